import { type Dataset, factsOf } from '../data/dataset';
import { fitting } from '../data/fitting';
import { adapt } from '../engine/adaptation/adapt';
import { augments } from '../engine/input/datasetInputs';
import { withActivities } from '../engine/training/activities';
import { type Task, taskOf } from '../engine/training/task';
import type { Adopted } from './model/adopted';
import { endsOf, fixedBatch } from './model/ends';
import { onFrozenFeatures } from './model/frozenFeatures';
import { frozenFront } from './model/frozenFront';
import type { Settings } from './settings';
import { misfitText } from './troubleText';
import { watchedIn } from './model/watched';

/**
 * Model, data and losses brought together as in the page: what layers at the beginning give that are not trained is computed
 * once. Rejects in words where they do not fit each other.
 */
export async function taskFor(model: Adopted, dataset: Dataset, settings: Settings): Promise<Task<Adopted>> {
  const fit = fitting(endsOf(model.model, settings), factsOf(dataset));
  if ('code' in fit) throw new Error(misfitText(fit));
  const watched = watchedIn(model.model, settings);
  const ends = watched.map(({ layer, regularizer }) => ({ regularizer, symbol: [layer.output].flat()[0]! }));
  const task = taskOf(model, dataset, {
    ...fit,
    // Photos are split as they are read.
    training: dataset.names ? { ...settings, validationSplit: null } : settings,
    mode: settings.preprocessing,
    activities: withActivities(model.model, ends),
    stateful: model.model.layers.some(({ stateful }) => stateful),
    fixedBatch: fixedBatch(model.model),
  });
  const { variants, augmentation, epochs } = settings;
  // What the layers in front learn of the data goes into what they give.
  await adapt({ task, guard: { watch: (work) => work }, control: { stopped: false, gate: () => Promise.resolve() } });
  const cut = variants === null ? null : frozenFront(model, new Set(watched.map(({ layer }) => layer)));
  if (cut === null || variants === null) return task;
  const changes = augments({ dataset, feeds: fit.feeds }, augmentation);
  return onFrozenFeatures({ task, cut, watched, changes, variants, epochs });
}
