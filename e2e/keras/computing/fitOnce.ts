import { optimizerFor } from '../../../src/engine/training/updates/optimizerFor';
import type { BuiltModel } from '../../../src/engine/model/model';
import { named } from '../../../src/engine/training/metrics';
import { taskFor } from '../../../src/engine/training/taskFor';
import { trainStep } from '../../../src/engine/training/trainStep';
import { type Fit, datasetOf } from '../cases/fit';

/** One step of the document's optimizer on one batch, as a run does it; gives the loss before the step. */
export async function fitOnce(built: BuiltModel, fit: Fit): Promise<number> {
  const dataset = datasetOf(fit);
  const task = taskFor(built, dataset, { ...fit.training, validationSplit: 0 });
  const optimizer = optimizerFor(fit.training);
  const sums = trainStep(
    task,
    optimizer,
    Uint32Array.from({ length: dataset.count }, (_, sample) => sample),
    1,
  );
  const { loss, samples } = named(await sums.data(), task.heads);
  sums.dispose();
  optimizer.dispose();
  return loss / samples;
}
