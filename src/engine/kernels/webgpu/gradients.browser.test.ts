import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { layers } from '../../layers/tfjsLayers';
import { convolutionGrid } from '../native/testConvolutionGrid';
import { asOnCpu, withGradients } from '../testBesideCpu';
import { beside, onDevice, tellsOfNoFault } from './testOnDevice';

onDevice();

const grid = convolutionGrid([1, 7, 9, 4]);

describe('gradients of convolutions', () => {
  it.each(grid)('$picture by $window, strides $stride, $pad', async ({ picture, window, stride, pad }) => {
    for (const filters of stride === 1 && pad === 'same' ? [1, 8, 11] : [8]) {
      const shapes = [picture, [...window, picture[3], filters]];
      const convolved = withGradients((x, w) => tf.conv2d(x as tf.Tensor4D, w as tf.Tensor4D, stride, pad));
      expect(await beside(shapes, convolved)).toEqual(asOnCpu);
    }
  });
});

describe('a convolution of tf.layers with bias and activation', () => {
  const kinds = [
    ['linear', 1, 'same', 5, 8],
    ['relu', 2, 'same', 4, 8],
    ['relu', 1, 'valid', 1, 6],
    ['relu6', 1, 'same', 4, 4],
    ['elu', 1, 'same', 3, 4],
  ] as const;
  it.each(kinds)('%s, strides %d, %s, %d channels', async (activation, strides, padding, channels, filters) => {
    const convolved = ([x, w, b]: readonly tf.Tensor[]) => {
      const layer = layers.conv2d({ filters, kernelSize: [3, 2], strides, padding, activation });
      layer.build(x!.shape);
      layer.setWeights([w!, b!]);
      const f = (given: tf.Tensor) => layer.apply(given) as tf.Tensor;
      const { grads } = tf.variableGrads(() => f(x!).square().sum());
      const results = [f(x!), tf.grad((given) => f(given).square().sum())(x!), ...Object.values(grads)];
      for (const weight of layer.weights) weight.dispose();
      return results;
    };
    expect(await beside([[3, 9, 10, channels], [3, 2, channels, filters], [filters]], convolved)).toEqual(asOnCpu);
  });

  it.each(['relu6', 'relu', 'linear', 'sigmoid'] as const)(
    'dilated, %s, where nothing is learned',
    async (activation) => {
      const fused = ([x, filter, bias]: readonly tf.Tensor[]) => [
        tf.fused.conv2d({
          x: x as tf.Tensor4D,
          filter: filter as tf.Tensor4D,
          bias: bias!,
          strides: 1,
          dilations: [2, 1],
          pad: 'same',
          activation,
        }),
      ];
      expect(await beside([[2, 8, 9, 5], [3, 3, 5, 10], [10]], fused)).toEqual(asOnCpu);
    },
  );
});

describe('gradients of max pooling', () => {
  it.each(grid.filter(({ window }) => window.join() !== '1,1'))(
    '$picture by $window, strides $stride, $pad',
    async ({ picture, window, stride, pad }) => {
      const pooled = withGradients((x) => tf.maxPool(x as tf.Tensor4D, [...window], stride, pad));
      expect(await beside([picture], pooled)).toEqual(asOnCpu);
    },
  );
});

describe('sums over first axes', () => {
  it.each([
    [[257, 3], [0]],
    [
      [2, 5, 7, 11],
      [0, 1, 2],
    ],
    [
      [3, 4, 65],
      [1, 0],
    ],
    [[1, 9], [0]],
    [[5, 6, 7], [1]],
  ] as const)('%j over %j', async (shape, axes) => {
    for (const keepDims of [false, true]) {
      expect(await beside([shape], ([x]) => [tf.sum(x!, [...axes], keepDims)])).toEqual(asOnCpu);
    }
  });
});

describe('softmax, relu and what cuts off', () => {
  it.each([[[1, 1]], [[257, 10]], [[3, 1000]], [[2, 5, 33]]] as const)('%j', async (shape) => {
    for (const f of [
      (x: tf.Tensor) => tf.softmax(x),
      (x: tf.Tensor) => tf.relu(x),
      (x: tf.Tensor) => tf.relu6(tf.mul(x, 5)),
      (x: tf.Tensor) => tf.clipByValue(x, -0.5, 0.75),
    ]) {
      expect(await beside([shape], withGradients(f))).toEqual(asOnCpu);
    }
  });

  it('relu lets nothing through at 0', async () => {
    await tf.setBackend('webgpu');
    const slopes = tf.tidy(() => tf.grad((x: tf.Tensor) => tf.relu(x))(tf.tensor1d([-1, 0, -0, 1e-30, 2])));
    expect([...(await slopes.data())]).toEqual([0, 0, 0, 1, 1]);
    slopes.dispose();
  });
});

tellsOfNoFault();
