import { isHelper } from '../../compile/wired/wired';
import type { Training } from '../../document/training';
import { activitiesOf } from '../training/activitiesOf';
import type { InputPipeline } from '../input/inputPipeline';
import { naming, wantedOf } from './featureNames';
import type { RunControl } from '../training/runControl';
import { type FrozenPart, frozenPart } from '../../compile/frozen/frozenPart';
import { featureKey } from './featureKey';
import { type FeatureDisk, FeatureMemory, mostInMemory } from './featureRows';
import { type FeatureStore, openRows } from './featureStore';
import { type Wanted, computeFeatures, featureTensors } from './features';
import type { Guard } from '../backend/guard';
import { halvesOf } from '../model/halves';
import { model } from '../layers/tfjsLayers';
import type { RunHappening } from '../protocol/events';
import { readerOf } from '../model/reader';
import type { PlanTask } from '../training/taskFor';
import type { NoCut } from '../protocol/cut';

export interface FeatureContext {
  readonly places: { readonly memory: FeatureMemory; readonly disk: FeatureDisk | null };
  readonly guard: Guard;
  readonly control: Pick<RunControl, 'stopped' | 'gate'>;
  emit(event: RunHappening): void;
}

/** The second half as an input pipeline over kept features. */
function pipelinesOver({ built }: PlanTask, part: FrozenPart, store: FeatureStore) {
  const shapes = part.boundary.map((path) => built.outputs.get(path)!.shape.slice(1) as number[]);
  const halves = halvesOf(built, part.before);
  const outputs = built.flat.outputs.map((path) => halves.outputs.get(path)!);
  const rest = model({ inputs: [...halves.inputs], outputs });
  const activities = activitiesOf({ flat: built.flat, model: rest, outputs: halves.outputs });
  return (id: (sample: number, epoch: number) => string): InputPipeline => ({
    activities,
    inputs(samples, epoch) {
      const ids = Array.from(samples, (sample) => id(sample, epoch));
      return featureTensors(store, ids, part, shapes);
    },
  });
}

function cutFor(task: PlanTask, training: Training): FrozenPart | NoCut {
  if (training.featureCache === 'off') return 'off';
  return frozenPart(task.built.plan, task.built.flat) ?? 'nothingFrozen';
}

/** Where the features of these pictures are; null when they fit nowhere. */
async function storeFor(
  task: PlanTask,
  part: FrozenPart,
  ids: ReadonlySet<string>,
  { memory, disk }: FeatureContext['places'],
) {
  const { built, mode, feeds, dataset } = task;
  const key = await featureKey(built, part, [mode, feeds.map(({ shape }) => shape), dataset.shape]);
  return openRows({ key, numbers: part.numbers, ids, memory, disk, most: mostInMemory });
}

/** Milliseconds of work that are lost at most where the page is closed on the way. */
const savingEvery = 10_000;

/** Computes what is missing; false when it was stopped, or there is no room. */
async function fill(
  task: PlanTask,
  part: FrozenPart,
  missing: readonly Wanted[],
  store: FeatureStore,
  { control, guard, emit }: FeatureContext,
): Promise<boolean> {
  const { built } = task;
  const read = readerOf(
    built.model.inputs,
    part.boundary.map((path) => built.outputs.get(path)!),
  );
  let full = false;
  let saved = performance.now();
  const seconds = await computeFeatures(missing, {
    compute: (samples, epoch) => read((epoch === 0 ? task.checking : task.training).inputs(samples, epoch), false),
    keep(id, values) {
      full ||= !store.keep(id, values);
      if (full || performance.now() - saved < savingEvery) return;
      full = !store.save();
      saved = performance.now();
    },
    guard,
    control: {
      get stopped() {
        return control.stopped || full;
      },
      gate: () => control.gate(),
    },
    progress: (share) => emit({ type: 'features', ...share }),
  });
  if (missing.length === 0) return true;
  const whole = !control.stopped && !full;
  if (whole) store.pace(seconds / missing.length);
  return store.save() && whole;
}

/**
 * The task on features of its frozen part, computed once per picture and kept; the task as it is where nothing is frozen,
 * it is switched off, there is no room, or it was stopped on the way. What came of it is told by a `cut` event.
 */
export async function withFeatures(task: PlanTask, training: Training, context: FeatureContext): Promise<PlanTask> {
  const { emit, control } = context;
  const part = cutFor(task, training);
  if (typeof part === 'string') {
    emit({ type: 'cut', cut: part });
    return task;
  }
  const { built } = task;
  const names = naming(task, training);
  const wanted = wantedOf(names);
  const bytes = wanted.length * part.numbers * 4;
  const store = await storeFor(task, part, new Set(wanted.map(({ id }) => id)), context.places);
  if (store === null) {
    emit({ type: 'cut', cut: 'noRoom' });
    return task;
  }
  const missing = wanted.filter(({ id }) => !store.has(id));
  const filled = await fill(task, part, missing, store, context).catch((error: unknown) => {
    store.close();
    throw error;
  });
  if (!filled) {
    store.close();
    if (!control.stopped) emit({ type: 'cut', cut: 'noRoom' });
    return task;
  }
  const over = pipelinesOver(task, part, store);
  const checked = task.split.validation.length > 0 || !names.changes;
  const checking = checked ? over(names.plain) : task.checking;
  if (names.changes && names.variants === 0) {
    emit({ type: 'cut', cut: 'augmented' });
    return { ...task, checking, release: store.close };
  }
  emit({
    type: 'cut',
    cut: {
      layers: part.boundary,
      frozen: built.flat.steps.filter(
        ({ path, step, inputs }) => part.before.has(path) && inputs.length > 0 && !isHelper(step),
      ).length,
      bytes,
      where: store.where,
      full: store.full,
      computed: missing.length,
      reused: wanted.length - missing.length,
      seconds: store.seconds * wanted.length,
      savedPerEpoch: store.seconds * (task.split.training.length + task.split.validation.length),
    },
  });
  return { ...task, training: over(names.inTraining), checking, release: store.close };
}

/** The task for looking only: on kept features where all that it looks at is there. Nothing is computed for it. */
export async function onKeptFeatures(
  task: PlanTask,
  training: Training,
  places: FeatureContext['places'],
): Promise<PlanTask> {
  const part = cutFor(task, training);
  if (typeof part === 'string') return task;
  const { plain } = naming(task, training);
  const { split } = task;
  const looked = [...(split.validation.length > 0 ? split.validation : split.training), ...split.test];
  const ids = new Set(looked.map(plain));
  const store = await storeFor(task, part, ids, places);
  if (store === null) return task;
  if ([...ids].every((id) => store.has(id))) {
    return { ...task, checking: pipelinesOver(task, part, store)(plain), release: store.close };
  }
  store.close();
  return task;
}
