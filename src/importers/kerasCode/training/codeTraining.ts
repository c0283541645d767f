import { photosToCome } from '../../../document/training/datasetIds';
import { type Training, trainingSchema } from '../../../document/training';
import type { ImportNote } from '../../importer';
import { signatureOf } from '../keras/signatures';
import type { ModelBody, ThingValue, Value } from '../values/value';
import { written } from '../values/words';
import { augmentationOf } from './augmentationOf';
import { ownRate, plateau, stopping } from './callbacks';

/** What the code says besides the model and its calls. */
export interface CodeFacts {
  /** Value of a name of the outermost level. */
  value(name: string): Value | undefined;
  /** Seed of the run, where the code sets it. */
  readonly seed: number | null;
  /** Of our own script: title and data of the document that it was made of. */
  readonly title: string | null;
  readonly dataset: string | null;
}

export interface TrainingFromCode {
  readonly training: Training;
  readonly dropped: readonly ImportNote[];
}

/** Keras's own number of samples in a batch. */
const usualBatch = 32;

/** How the code trains the model beyond what `compile` says: data, batches, random changes, when it stops. */
export function codeTraining(before: Training, { fitted }: ModelBody, facts: CodeFacts): TrainingFromCode {
  const said = {
    ...(facts.seed === null ? {} : { seed: facts.seed }),
    ...(facts.dataset === null ? {} : { dataset: facts.dataset }),
  };
  if (!fitted) return { training: checked(before, said), dropped: [] };
  const data = fitted.get('x');
  const flow = data?.kind === 'thing' ? data : null;
  const generator = flow?.args?.get('generator');
  const dataset = data?.kind === 'array' ? data.dataset : null;
  // A sequence of batches says for itself in which order its samples come.
  const own = data?.kind === 'instance' ? data.fields.get('shuffle') : undefined;
  const shuffled = own ?? fitted.get('shuffle') ?? flow?.args?.get('shuffle');
  const changes: Partial<Training> = {
    ...said,
    ...(flow && isFolder(flow) ? { dataset: photosToCome } : {}),
    ...batches(fitted, flow, facts),
    ...epochs(fitted, facts),
    ...(shuffled?.kind === 'boolean' ? { shuffle: shuffled.value } : {}),
    ...(generator?.kind === 'thing' ? picturesOf(generator) : {}),
    ...stopping(fitted.get('callbacks')),
    ...plateau(fitted.get('callbacks')),
  };
  return {
    training: checked(before, changes),
    dropped: [
      ...(dataset === null || dataset === 'mnist' ? [] : [otherData(dataset)]),
      ...ownRate(fitted.get('callbacks')),
    ],
  };
}

/** Photos in folders, one for each class: they stay where they are. */
const isFolder = ({ name, args }: ThingValue) =>
  name === 'image_dataset_from_directory' || (name === 'flow' && args?.has('directory') === true);

const otherData = (dataset: string): ImportNote => ({
  code: 'trainingSetting',
  where: null,
  data: { setting: 'dataset', value: dataset },
});

/** The settings with those changes that they can have. */
function checked(before: Training, changes: Partial<Training>): Training {
  return Object.entries(changes).reduce<Training>((all, [name, value]) => {
    const next = trainingSchema.safeParse({ ...all, [name]: value });
    return next.success ? next.data : all;
  }, before);
}

const numberIn = (value: Value | undefined): number | null => (value?.kind === 'number' ? value.value : null);

/** Constants go by such names where the code batches its data itself. */
function constant(names: readonly string[], facts: CodeFacts): number | null {
  for (const name of names) {
    const value = numberIn(facts.value(name));
    if (value !== null) return value;
  }
  return null;
}

function batches(fitted: ReadonlyMap<string, Value>, flow: ThingValue | null, facts: CodeFacts): Partial<Training> {
  const said = numberIn(fitted.get('batch_size')) ?? numberIn(flow?.args?.get('batch_size'));
  const isArray = fitted.get('x')?.kind === 'array' || flow !== null;
  return { batchSize: said ?? (isArray ? null : constant(['BATCH_SIZE', 'batch_size'], facts)) ?? usualBatch };
}

function epochs(fitted: ReadonlyMap<string, Value>, facts: CodeFacts): Partial<Training> {
  const given = fitted.get('epochs') ?? fitted.get('nb_epoch');
  const own = signatureOf('calls', 'fit')?.find(([name]) => name === 'epochs')?.[1];
  if (!given) return typeof own === 'number' ? { epochs: own } : {};
  const said = numberIn(given) ?? constant(['EPOCHS', 'epochs'], facts);
  return said === null ? {} : { epochs: said };
}

/** Pictures of a generator: as `load_img` makes them fit, prepared and changed as it says. */
function picturesOf(generator: ThingValue): Partial<Training> {
  const augmentation = augmentationOf(generator);
  const prepared = generator.args?.get('preprocessing_function');
  const scale = generator.args?.get('rescale');
  return {
    interpolation: 'nearest',
    ...(augmentation ? { augmentation } : {}),
    ...(prepared && written(prepared).endsWith('preprocess_input')
      ? { preprocessing: 'auto' as const }
      : { preprocessing: scale?.kind === 'number' ? ('scale' as const) : ('none' as const) }),
  };
}
