import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asOnCpu, besideCpu } from '../testBesideCpu';
import { registerWasmGradients } from '../wasmGradients';

beforeAll(() => registerWasmGradients());

describe('parts of tensors', () => {
  it.each([
    [[7], [2], [3]],
    [[7], [0], [7]],
    [
      [4, 5],
      [1, 0],
      [2, 5],
    ],
    [
      [4, 5],
      [0, 1],
      [4, 3],
    ],
    [
      [3, 4, 5],
      [1, 2, 0],
      [2, 2, 5],
    ],
    [
      [3, 4, 5],
      [0, 1, 4],
      [3, 3, 1],
    ],
    [
      [2, 3, 4, 5],
      [1, 0, 1, 0],
      [1, 3, 2, 5],
    ],
    [
      [2, 3, 4, 5],
      [0, 1, 1, 2],
      [-1, 2, 3, -1],
    ],
    [
      [2, 2, 3, 2, 3],
      [1, 0, 1, 0, 1],
      [1, 2, 2, 2, 1],
    ],
    [
      [2, 2, 3, 2, 3, 2],
      [0, 1, 0, 1, 0, 1],
      [2, 1, 3, 1, 2, 1],
    ],
    [
      [3, 4],
      [1, 1],
      [0, 2],
    ],
  ])('%j from %j, %j long', async (shape, begin, size) => {
    const cut = ([x]: readonly tf.Tensor[]) => {
      const [whole, yes] = [x!.mul(10).toInt(), x!.greater(0)];
      return [x!, whole, yes].map((each) => tf.slice(each, begin, size));
    };
    expect(await besideCpu([shape], cut)).toEqual(asOnCpu);
  });

  it.each([
    [[6, 4], 0, 3],
    [[6, 4], 1, [1, 3]],
    [[2, 5, 3], -2, [2, 2, 1]],
    [[2, 3, 8], 2, 4],
  ])('%j split along %d into %j', async (shape, axis, sizes) => {
    expect(await besideCpu([shape], ([x]) => tf.split(x!, sizes, axis))).toEqual(asOnCpu);
  });

  it.each([
    [[3], 0],
    [[3, 4], 1],
    [[3, 4, 5], 1],
    [[3, 4, 5], -3],
  ])('%j unstacked along %d', async (shape, axis) => {
    expect(await besideCpu([shape], ([x]) => tf.unstack(x!, axis))).toEqual(asOnCpu);
  });

  it('text as before', async () => {
    await tf.setBackend('wasm');
    const words = tf.tensor1d(['a', 'b', 'c']);
    const part = words.slice(1, 2);
    expect(await part.data()).toEqual(['b', 'c']);
    tf.dispose([words, part]);
  });
});

describe('rows by their numbers', () => {
  it.each([
    [
      [5, 3],
      [4, 0, 4],
    ],
    [
      [5, 2, 3],
      [
        [1, 1],
        [0, 4],
      ],
    ],
    [[5], [3, 2]],
  ])('%j at %j', async (shape, rows) => {
    const looked = ([x]: readonly tf.Tensor[]) => [tf.gather(x!, tf.tensor(rows, undefined, 'int32'))];
    expect(await besideCpu([shape], looked)).toEqual(asOnCpu);
  });

  it('says so where there is no such row', async () => {
    await tf.setBackend('wasm');
    expect(() => tf.tidy(() => tf.gather(tf.ones([2, 3]), tf.tensor1d([2], 'int32')))).toThrow(/index value 2/);
  });
});
