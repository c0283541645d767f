import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-core/dist/register_all_gradients';
import '@tensorflow/tfjs-backend-cpu';
import '@tensorflow/tfjs-backend-wasm';
import { beforeAll, describe, expect, it } from 'vitest';
import { asOnCpu, besideCpu, withGradients } from '../testBesideCpu';
import { registerWasmGradients } from '../wasmGradients';
import { convolutionGrid } from './testConvolutionGrid';

beforeAll(() => registerWasmGradients());

describe('convolutions and their gradients', () => {
  it.each(convolutionGrid())('$picture by $window, strides $stride, $pad', async ({ picture, window, stride, pad }) => {
    for (const filters of [1, 8, 11]) {
      const shapes = [picture, [...window, picture[3], filters]];
      const convolved = withGradients((x, w) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, stride, pad));
      expect(await besideCpu(shapes, convolved)).toEqual(asOnCpu);
    }
  });

  it.each([
    [2, 'same'],
    [[1, 3], 'valid'],
    [[3, 1], 'same'],
  ] as const)('dilation %s, %s', async (dilation, pad) => {
    const convolved = ([x, w]: readonly tf.Tensor[]) => [
      tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, 1, pad, 'NHWC', dilation as [number, number]),
    ];
    expect(
      await besideCpu(
        [
          [2, 12, 13, 3],
          [3, 3, 3, 9],
        ],
        convolved,
      ),
    ).toEqual(asOnCpu);
  });

  it.each(['linear', 'relu', 'relu6', 'elu', 'sigmoid'] as const)('fused with a bias and %s', async (activation) => {
    const fused = ([x, filter, bias]: readonly tf.Tensor[]) => [
      tf.fused.conv2d({
        x: x as tf.Tensor4D,
        filter: filter as tf.Tensor4D,
        bias: bias!,
        strides: 1,
        pad: [
          [0, 0],
          [1, 2],
          [0, 3],
          [0, 0],
        ],
        activation,
      }),
    ];
    expect(await besideCpu([[2, 8, 9, 5], [3, 3, 5, 10], [10]], fused)).toEqual(asOnCpu);
  });

  it('takes numbers that are none as they are', async () => {
    await tf.setBackend('wasm');
    const out = tf.tidy(() => {
      const x = tf.ones([1, 9, 9, 2]).mul(NaN) as tf.Tensor4D;
      return tf.fused
        .conv2d({ x, filter: tf.ones([1, 1, 2, 3]), strides: 1, pad: 'valid', activation: 'relu' })
        .dataSync();
    });
    expect(new Set(out)).toEqual(new Set([NaN]));
  });
});
