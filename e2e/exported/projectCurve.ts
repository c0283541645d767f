import type { Plan } from '../../src/compile/plan';
import type { Dataset } from '../../src/data/dataset';
import type { Training } from '../../src/document/training';
import { setWeights, weightData } from '../../src/engine/model/trainableModel';
import { settingsOf } from '../../src/exporters/typescript/settingsFile';
import { toTypeScript } from '../../src/exporters/typescript/typescript';
import type { TrainingState } from '../../src/runtime/files/trainingState';
import { fit, seeded } from '../../src/runtime/fit';
import { adopted } from '../../src/runtime/model/adopted';
import { type Scores, scoresOf } from '../../src/runtime/scores';
import type { Settings } from '../../src/runtime/settings';
import { creatorFrom } from './trainedExport';

/** What a run leaves on the disk, from which another goes on. */
interface Left {
  readonly state: TrainingState;
  readonly weights: Awaited<ReturnType<typeof weightData>>;
}

/** One run of an exported project: a fresh model, as each start of `npm run train` builds it. */
async function run(plan: Plan, settings: Settings, dataset: Dataset, before: Partial<Left> | null) {
  const model = adopted(await creatorFrom(toTypeScript(plan)), settings.editorNames);
  let state: TrainingState | null = null;
  try {
    seeded(model, settings);
    if (before?.weights) setWeights(model, before.weights);
    const { epochs } = await fit({
      model,
      dataset,
      settings,
      from: before?.state ?? null,
      finished: async (_, now) => void (state = await now()),
      warn: () => undefined,
    });
    return { epochs, left: { state: state!, weights: await weightData(model) } };
  } finally {
    model.model.dispose();
  }
}

/** What an exported project's own code makes of a document: the scores of every epoch; `weights`: that it was exported with. */
export async function projectCurve(
  plan: Plan,
  training: Training,
  dataset: Dataset,
  weights?: Left['weights'],
): Promise<readonly Scores[]> {
  const { epochs } = await run(plan, settingsOf(plan, training), dataset, weights ? { weights } : null);
  return epochs.map(scoresOf);
}

/** The same where every epoch is a start of its own that goes on with the run before. */
export async function resumedCurve(plan: Plan, training: Training, dataset: Dataset): Promise<readonly Scores[]> {
  const settings = settingsOf(plan, { ...training, epochs: 1 });
  let last = await run(plan, settings, dataset, null);
  for (let epoch = 1; epoch < training.epochs; epoch++) last = await run(plan, settings, dataset, last.left);
  return last.epochs.map(scoresOf);
}
