import { accepts, splitOf } from '../data/batches';
import type { ImageDataset } from '../data/dataset';
import type { LossName } from '../document/training';
import { EngineFailure } from './failure';
import { targetsFor } from './losses';
import type { BuiltModel } from './model';
import type { Task } from './trainStep';

/** Model, data and loss brought together. Throws `EngineFailure('dataMismatch')` when they do not fit. */
export function taskFor(
  built: BuiltModel,
  dataset: ImageDataset,
  loss: LossName,
  validationSplit: number | null,
): Task {
  const { plan } = built;
  const shapeOf = (name: string) => plan.steps.find((step) => step.name === name)!.shape;
  const input = shapeOf(plan.inputs[0]!);
  if (!accepts(dataset, input)) {
    const got = [dataset.height, dataset.width, dataset.channels];
    throw new EngineFailure({ code: 'dataMismatch', data: { expected: input, got, what: 'input' } });
  }
  const output = shapeOf(plan.outputs[0]!);
  const [units] = output;
  const classes = dataset.classes.length;
  const targets = output.length === 1 && typeof units === 'number' ? targetsFor(loss, units, classes) : null;
  if (targets === null) {
    throw new EngineFailure({ code: 'dataMismatch', data: { expected: output, got: [classes], what: 'output' } });
  }
  return { built, dataset, split: splitOf(dataset, validationSplit), loss, targets, units: units! };
}
