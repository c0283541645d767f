import { type PythonPart, pythonFile } from '../pythonPart';
import { pythonString } from '../pythonText';
import { type ProjectFacts, isSparse } from './facts';
import { augmentText, photoText, prepareText, resizedText } from './pictureText';
import { photoDataText } from './photoDataText';
import { storedDataText } from './storedDataText';

const size = (shape: readonly (number | null)[]) => shape.reduce<number>((product, axis) => product * (axis ?? 1), 1);

/** What goes into an input, from `values` `[n, …]`, float32. */
function inputText(facts: ProjectFacts, shape: readonly (number | null)[]): string {
  const { kind, source, sampleShape } = facts;
  const target = shape.map((axis) => (axis === null ? '-1' : String(axis)));
  if (source === 'photos')
    return facts.augments ? 'prepare(augmented(values, rng) if augment else values)' : 'prepare(values)';
  const given = sampleShape;
  const same = given !== null && given.length === shape.length && given.every((axis, at) => axis === shape[at]);
  const open = shape.filter((axis) => axis === null).length;
  const reshape = (text: string) => {
    if (same || given === null || open > 1) return text;
    return `${/^\w+(\(\w+\))?$/.test(text) ? text : `(${text})`}.reshape(-1, ${target.join(', ')})`;
  };
  if (kind === 'images') {
    const pictures = shape.length === 3 && given !== null && !same ? `resized(values, ${target.join(', ')})` : 'values';
    const seen = facts.augments ? `augmented(${pictures}, rng) if augment else ${pictures}` : pictures;
    return shape.length === 3 ? `prepare(${seen})` : reshape(`prepare(${seen})`);
  }
  if (kind === 'video') return same ? 'values / 255' : reshape('values / 255');
  if (given !== null && open === 0 && size(given) !== size(shape)) return `ended(values, (${target.join(', ')},))`;
  return reshape('values');
}

const endedText = `def ended(values, shape):
    """The last values of each sample, (n, *shape); zeros in front of short ones."""
    size = math.prod(shape)
    values = values.reshape(len(values), -1)[:, -size:]
    values = numpy.pad(values, ((0, 0), (size - values.shape[1], 0)))
    return values.reshape(-1, *shape)`;

/** What an output is compared with, from `target`. */
function targetText(output: ProjectFacts['outputs'][number]): string {
  const { targets, units } = output;
  if (targets === 'numbers') return `target.reshape(-1, ${units})`;
  if (targets === 'number') return 'target.reshape(-1, 1).astype("float32")';
  if (isSparse(output)) return 'target.astype("int32")';
  if (targets === 'oneHot') return `keras.utils.to_categorical(target, ${units})`;
  if (units === 1) return 'target.reshape(-1, 1).astype("float32") * 2 - 1';
  return `keras.utils.to_categorical(target, ${units}) * 2 - 1`;
}

const byName = (entries: readonly (readonly [name: string, text: string])[], indent: string) =>
  entries.length < 2
    ? (entries[0]?.[1] ?? '{}')
    : `{\n${entries.map(([name, text]) => `${indent}    ${pythonString(name)}: ${text},\n`).join('')}${indent}}`;

/** `data.py`. */
export const dataFile = (facts: ProjectFacts): string =>
  pythonFile({
    about: 'The data: what goes into the model, and what is right for each sample.',
    parts: [dataPart(facts)],
  });

/** What `data.py` defines. */
export function dataPart(facts: ProjectFacts): PythonPart {
  const { inputs, outputs, source, sampleShape, training } = facts;
  const [first] = inputs;
  const shape = (first?.shape ?? []).map((axis) => axis ?? 1);
  const into = inputs.map(({ name, shape: own }) => [name, inputText(facts, own)] as const);
  const uses = (name: string) => into.some(([, text]) => text.includes(`${name}(`));
  const channels = (shape.length === 3 ? shape.at(-1) : sampleShape?.at(-1)) ?? 1;
  // Numbers have no classes, whatever the document says.
  const balances = training.classWeight === 'balanced' && outputs.some(({ targets }) => targets !== 'numbers');
  const definitions = [
    ...(uses('ended') ? [endedText] : []),
    ...(uses('resized') ? [resizedText] : []),
    ...(source === 'photos' ? [photoText(facts, shape)] : []),
    ...(uses('prepare') ? [prepareText(facts, channels)] : []),
    ...(uses('augmented') ? [augmentText(facts)] : []),
    `def model_inputs(values${facts.augments ? ', augment=False, rng=None' : ''}):
    """What goes into the model, from samples (n, ${sampleShape ? sampleShape.join(', ') : '...'})."""
    values = numpy.asarray(values, "float32")
    return ${byName(into, '    ')}`,
    `def model_targets(target):
    """What ${outputs.length > 1 ? 'the outputs are' : 'the output is'} compared with."""
    return ${byName(
      outputs.map((each) => [each.name, targetText(each)]),
      '    ',
    )}`,
    source === 'photos' ? photoDataText(facts) : storedDataText(facts),
    ...(balances
      ? [
          `def balanced(labels):
    """By class: how much it counts, so that each counts as much as every other."""
    counts = numpy.bincount(labels)
    found = numpy.count_nonzero(counts)
    return len(labels) / (found * numpy.maximum(counts, 1)) * (counts > 0)`,
        ]
      : []),
    `class Batches(keras.utils.PyDataset):
    """Samples of \`data\` at \`places\` in batches, in another order every epoch."""

    def __init__(self, data, places, batch_size, shuffle=False, training=False, **more):
        super().__init__(**more)
        self.data, self.places, self.batch_size = data, places, batch_size
        self.shuffle, self.training, self.epoch = shuffle, training, 0
        self.class_weights = ${balances ? 'balanced(data.target[places]) if training else None' : 'None'}
        self.mix()

    def mix(self):
        self.order = self.places
        if self.shuffle:
            rng = numpy.random.default_rng((SEED, self.epoch))
            self.order = rng.permutation(self.places)

    def on_epoch_end(self):
        self.epoch += 1
        self.mix()

    def __len__(self):
        return ${facts.stateful ? 'len(self.places) // self.batch_size' : 'math.ceil(len(self.places) / self.batch_size)'}

    def __getitem__(self, batch):
        places = self.order[batch * self.batch_size :][: self.batch_size]
        ${
          facts.augments
            ? `rng = numpy.random.default_rng((SEED, self.epoch, batch, 1))
        values = self.data.values(places)
        given = model_inputs(values, augment=self.training, rng=rng)`
            : 'given = model_inputs(self.data.values(places))'
        }
        answers = model_targets(self.data.target[places])
        counts = None
        if self.data.weights is not None:
            counts = self.data.weights[places]
        if self.class_weights is not None:
            own = self.class_weights[self.data.target[places]].astype("float32")
            counts = own if counts is None else counts * own
        if counts is None:
            return given, answers
        return given, answers, counts`,
  ];
  return {
    modules: [
      ...(source === 'photos' ? [] : ['json']),
      ...(/\bmath\./.test(definitions.join('\n')) ? ['math'] : []),
      'pathlib',
      'keras',
      'numpy',
    ],
    constants: {
      HERE: 'pathlib.Path(__file__).parent',
      SEED: `${training.seed}`,
      DATA: source === 'photos' ? 'HERE / "photos"' : 'HERE / "data" / "data.npz"',
    },
    definitions,
  };
}
