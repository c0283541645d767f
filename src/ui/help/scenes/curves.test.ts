import type { Drawing } from '../../../brick/drawing';
import { describe, expect, test } from 'vitest';
import { activations } from '../../../brick/fields';
import { activationCurves, layerCurve, layerShare, sharesOf } from './curves';

const points = [-2.5, -0.75, 0.3, 2.8];

/** Computed by Keras 3.15.1 (`keras.activations`) at the four points. */
const keras: readonly (readonly [string, readonly number[]])[] = [
  ['linear', [-2.5, -0.75, 0.3, 2.8]],
  ['relu', [0, 0, 0.3, 2.8]],
  ['relu6', [0, 0, 0.3, 2.8]],
  ['sigmoid', [0.075858, 0.320821, 0.574443, 0.942676]],
  ['tanh', [-0.986614, -0.635149, 0.291313, 0.992631]],
  ['elu', [-0.917915, -0.527633, 0.3, 2.8]],
  ['selu', [-1.613786, -0.927632, 0.31521, 2.941963]],
  ['softplus', [0.07889, 0.386871, 0.854355, 2.859033]],
  ['softsign', [-0.714286, -0.428571, 0.230769, 0.736842]],
  ['swish', [-0.189645, -0.240616, 0.172333, 2.639492]],
  ['mish', [-0.196816, -0.276495, 0.208001, 2.781658]],
  ['gelu', [-0.015524, -0.169971, 0.185373, 2.792845]],
  ['exponential', [0.082085, 0.472367, 1.349859, 16.444647]],
  ['legacyHardSigmoid', [0, 0.35, 0.56, 1]],
  ['hardSigmoid', [0.083333, 0.375, 0.55, 0.966667]],
  ['hardSilu', [-0.208333, -0.28125, 0.165, 2.706667]],
  ['hardTanh', [-1, -0.75, 0.3, 1]],
  ['logSigmoid', [-2.57889, -1.136871, -0.554355, -0.059033]],
  ['tanhShrink', [-1.513386, -0.114851, 0.008687, 1.807369]],
  ['celu', [-0.917915, -0.527633, 0.3, 2.8]],
  ['squareplus', [0.350781, 0.693, 1.161187, 3.120465]],
  ['leakyRelu', [-0.5, -0.15, 0.3, 2.8]],
  ['softShrink', [-2, -0.25, 0, 2.3]],
  ['hardShrink', [-2.5, -0.75, 0, 2.8]],
  ['sparsePlus', [0, 0.015625, 0.4225, 2.8]],
  ['sparseSigmoid', [0, 0.125, 0.65, 1]],
];

test.each(keras)('%s is what Keras computes', (name, values) =>
  points.forEach((x, index) => expect(activationCurves[name]!.at(x)).toBeCloseTo(values[index]!, 5)),
);

/** `keras.layers.<name>` with these arguments at the four points. */
const layers: readonly (readonly [string, object, readonly number[]])[] = [
  ['leakyRelu', { negativeSlope: 0.2 }, [-0.5, -0.15, 0.3, 2.8]],
  ['elu', { alpha: 0.5 }, [-0.4589575, -0.2638167, 0.3, 2.8]],
  ['relu', { maxValue: 2, negativeSlope: 0.1, threshold: 0.2 }, [-0.27, -0.095, 0.3, 2]],
  ['relu', { maxValue: null, negativeSlope: 0, threshold: 0 }, [0, 0, 0.3, 2.8]],
  ['threshold', { theta: 1 }, [0, 0, 0, 2.8]],
];

test.each(layers)('%s %o is what Keras computes', (name, params, values) =>
  points.forEach((x, index) =>
    expect(layerCurve(name as Drawing, { ...params })!.at(x)).toBeCloseTo(values[index]!, 5),
  ),
);

describe('shares', () => {
  test.each([
    ['softmax', [0.00447355, 0.02574351, 0.07356597, 0.896217]],
    ['logSoftmax', [-5.409573, -3.6595726, -2.6095726, -0.10957272]],
  ] as const)('%s is what Keras computes', (share, values) =>
    sharesOf(share, points).forEach((value, index) => expect(value).toBeCloseTo(values[index]!, 5)),
  );
});

test('every activation that a brick offers can be drawn', () => {
  const lost = activations.filter(
    (activation) =>
      layerCurve('activation', { activation }) === undefined && layerShare('activation', { activation }) === undefined,
  );
  expect(lost).toEqual([]);
});
