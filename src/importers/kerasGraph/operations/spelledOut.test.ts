import { expect, test } from 'vitest';
import { library } from '../../../../templates/index';
import { predicted } from '../../../../e2e/importers/node';
import { compile } from '../../../compile/compile';
import { importModel } from '../../importModel';

test.each([
  ['keras.ops.abs(a - b)', (x: number) => Math.abs(x)],
  ['keras.layers.Lambda(lambda t: keras.ops.abs(t[0] - t[1]))([a, b])', (x: number) => Math.abs(x)],
  ['keras.ops.square(a - b)', (x: number) => x * x],
  ['(a - b) ** 2', (x: number) => x * x],
  ['keras.ops.power(a - b, 2)', (x: number) => x * x],
  ['keras.ops.maximum(a - b, 0)', (x: number) => Math.max(x, 0)],
  ['keras.layers.Lambda(lambda t: K.maximum(0., t[0] - t[1]))([a, b])', (x: number) => Math.max(x, 0)],
  ['keras.ops.maximum(a - b, -1)', (x: number) => Math.max(x, -1)],
  ['keras.ops.minimum(a - b, 1)', (x: number) => Math.min(x, 1)],
  ['keras.ops.clip(a - b, 0, 2)', (x: number) => Math.min(Math.max(x, 0), 2)],
  ['tf.clip_by_value(a - b, -1, 1)', (x: number) => Math.min(Math.max(x, -1), 1)],
  ['K.clip(a - b, -1.5, 2)', (x: number) => Math.min(Math.max(x, -1.5), 2)],
  ['keras.layers.merge([a, b], mode="sum")', (_: number, x: number, y: number) => x + y],
])('%s is layers that compute it', async (text, wanted) => {
  const code = `import keras, tensorflow as tf\nfrom keras import backend as K\na = keras.Input((3,))\nb = keras.Input((3,))\nmodel = keras.Model([a, b], ${text})\n`;
  const read = await importModel({ name: 'distance.py', blob: new Blob([code]) }, library);
  const plan = read.ok ? compile(read.value.document, library) : null;
  expect(plan?.issues).toEqual([]);
  const [a, b] = [
    [1, -2, 0.5],
    [3, -5, 0.5],
  ] as const;
  const inputs = [a, b].map((values) => ({ shape: [1, 3], values }));
  expect((await predicted(plan!, {}, inputs))[0]).toEqual(a.map((value, at) => wanted(value - b[at]!, value, b[at]!)));
});
