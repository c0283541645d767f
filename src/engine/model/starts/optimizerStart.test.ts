import { expect, test } from 'vitest';
import { type OptimizerName, optimizerSettings } from '../../../document/training/trainingChoices';
import type { FileLayer, FileTensor, WeightFile } from '../../../formats/weights/weightFile';
import { optimizerStart } from './optimizerStart';

/** Two layers of one size, so that no shape tells them apart. */
const weights = ['first/kernel', 'first/bias', 'second/kernel', 'second/bias'];
const shapeOf = (name: string) => (name.includes('kernel') ? [3, 3] : [3]);

const tensor = (name: string, value: number): FileTensor => {
  const shape = /iter/.test(name) ? [] : shapeOf(name);
  const values = new Float32Array(shape.reduce((product, size) => product * size, 1)).fill(value);
  return {
    name,
    shape,
    async *pieces() {
      yield values;
    },
  };
};

/** A file whose optimizer has these tensors; the value of each is its place in the list. */
function fileOf(name: string, names: readonly string[], shaped = names): WeightFile {
  const layers = ['first', 'second'].map((layer): FileLayer => ({
    name: layer,
    tensors: ['kernel', 'bias'].map((each) => tensor(`${layer}/${each}`, 0)),
    layers: [],
  }));
  const tensors = shaped.map((each, at) => ({ ...tensor(each, at), name: names[at]! }));
  return { format: 'kerasModelH5', layers, config: null, optimizer: { name, tensors, layers: [] }, close() {} };
}

const matchOf = ({ layers }: WeightFile) => ({
  report: { loaded: weights, missing: [], extra: [], byOrder: [], wrongShape: [] },
  pairs: layers.flatMap(({ tensors }) => tensors.map((each) => ({ key: each.name, tensor: each }))),
  amid: [],
});

/** Where the slot of each weight lies, out of a file. */
async function placesIn(
  file: WeightFile,
  name: OptimizerName,
  settings: Readonly<Record<string, number | boolean>> = {},
) {
  const choice = { name, settings: { ...optimizerSettings[name], ...settings } };
  const all = weights.map((key) => ({ key, shape: shapeOf(key), trainable: true }));
  const start = await optimizerStart(file, matchOf(file), all, choice);
  if (start === null) return null;
  const { time: _time, ...state } = start.state;
  return Object.fromEntries(Object.entries(state).map(([key, { values }]) => [key, values[0]]));
}

/** `optimizer_weights` of tf_keras 2.21: those of `optimizers.legacy`, which Keras before 2.11 has, are kind after kind. */
const older = (optimizer: string, ...kinds: readonly string[]) => [
  `${optimizer}/iter:0`,
  ...kinds.flatMap((kind) => weights.map((weight) => `${optimizer}/${weight}/${kind}:0`)),
];
/** Those of Keras 2.11 to 2.15: side by side for every weight. */
const newer = (optimizer: string, ...kinds: readonly string[]) => [
  'iteration:0',
  ...weights.flatMap((weight) => kinds.map((kind) => `${optimizer}/${kind}/${weight}:0`)),
];
const newerByKind = (optimizer: string, ...kinds: readonly string[]) => [
  'iteration:0',
  ...kinds.flatMap((kind) => weights.map((weight) => `${optimizer}/${kind}/${weight}:0`)),
];

const all = { momentum: 0.5, centered: true };

test.each([
  ['Adam', 'adam', {}, older('Adam', 'm', 'v'), ['m', 'v']],
  ['Adam', 'adam', {}, older('Adam', 'm', 'v', 'vhat'), ['m', 'v']],
  ['Adam', 'adam', {}, newer('Adam', 'm', 'v'), ['m', 'v']],
  ['SGD', 'momentum', {}, older('SGD', 'momentum'), ['momentum']],
  ['SGD', 'momentum', {}, newer('SGD', 'm'), ['m']],
  ['RMSprop', 'rmsprop', {}, older('RMSprop', 'rms'), ['rms']],
  ['RMSprop', 'rmsprop', all, older('RMSprop', 'rms', 'momentum', 'mg'), ['rms', 'momentum', 'mg']],
  ['RMSprop', 'rmsprop', {}, newer('RMSprop', 'velocity'), ['velocity']],
  [
    'RMSprop',
    'rmsprop',
    all,
    newerByKind('RMSprop', 'velocity', 'momentum', 'average_gradient'),
    ['velocity', 'momentum', 'average_gradient'],
  ],
  ['Adagrad', 'adagrad', {}, older('Adagrad', 'accumulator'), ['accumulator']],
  ['Adagrad', 'adagrad', {}, newer('Adagrad', 'accumulator'), ['accumulator']],
  ['Adadelta', 'adadelta', {}, older('Adadelta', 'accum_grad', 'accum_var'), ['accum_grad', 'accum_var']],
  [
    'Adadelta',
    'adadelta',
    {},
    newer('Adadelta', 'accumulated_grad', 'accumulated_delta_var'),
    ['accumulated_grad', 'accumulated_delta_var'],
  ],
  ['Adamax', 'adamax', {}, older('Adamax', 'm', 'v'), ['m', 'v']],
  ['Adamax', 'adamax', {}, newer('Adamax', 'm', 'u'), ['m', 'u']],
] as const)(
  'the slots of %s (%s, %j) are found as Keras 2 lists them: %j',
  async (className, name, settings, names, kinds) => {
    const found = await placesIn(fileOf(className, names), name, settings);
    const wanted = weights.map((weight) =>
      kinds.map((kind) => names.findIndex((each) => each.includes(weight) && each.split(/[/:]/).includes(kind))),
    );
    const slots = weights.map((weight) =>
      Object.entries(found ?? {}).flatMap(([key, place]) => (key.startsWith(`${weight}/`) ? [place] : [])),
    );
    expect(slots).toEqual(wanted);
  },
);

test('Keras before 2.4 calls all slots variables, kind after kind', async () => {
  const shaped = older('Adam', 'm', 'v');
  const names = shaped.map((_, at) =>
    at === 0 ? 'Adam/iterations:0' : `training/Adam/Variable${at === 1 ? '' : `_${at - 1}`}:0`,
  );
  const found = await placesIn(fileOf('Adam', names, shaped), 'adam');
  expect(Object.values(found ?? {})).toEqual([1, 5, 2, 6, 3, 7, 4, 8]);
});
