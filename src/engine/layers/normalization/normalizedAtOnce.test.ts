import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerWasmGradients } from '../../kernels/wasmGradients';
import { BatchNormalization } from './batchNormalization';

const learned = [
  { center: true, scale: true },
  { center: false, scale: true },
  { center: true, scale: false },
  { center: false, scale: false },
];

/** Output, gradients of Σ (output · numbers)² with respect to input and weights, and the weights behind it. */
async function numbersOn(backend: string, shape: readonly number[], given: (typeof learned)[number], axis = -1) {
  await tf.setBackend(backend);
  const result = tf.tidy(() => {
    const random = (seed: number) => tf.initializers.randomUniform({ minval: 0.5, maxval: 1.5, seed });
    const layer = new BatchNormalization({
      name: 'normal',
      axis,
      momentum: 0.9,
      epsilon: 1e-3,
      ...given,
      gammaInitializer: random(1),
      betaInitializer: random(2),
      movingMeanInitializer: random(3),
      movingVarianceInitializer: random(4),
    });
    const x = tf.variable(tf.randomNormal([...shape], 3, 2, 'float32', 7));
    const factors = tf.randomUniform([...shape], 0, 1, 'float32', 8);
    layer.build([...shape]);
    const variables = [x, ...layer.trainableWeights.map((weight) => weight.read() as tf.Variable)];
    const apply = () => layer.apply(x, { training: true }) as tf.Tensor;
    const { value, grads } = tf.variableGrads(() => apply().mul(factors).square().sum() as tf.Scalar, variables);
    const all = [value, ...variables.map(({ name }) => grads[name]!), ...layer.getWeights(), apply()];
    return all.map((tensor) => Array.from(tensor.dataSync()));
  });
  tf.disposeVariables();
  return result;
}

beforeAll(() => registerWasmGradients());
afterAll(async () => void (await tf.setBackend('cpu')));

describe.each(learned)('center $center, scale $scale', (given) => {
  it.each([[[5, 3]], [[257, 4]], [[2, 3, 5, 8]], [[4, 6, 9]], [[1, 2, 2, 1]], [[600, 2]]])(
    '%j as by formulas',
    async (shape) => {
      const expected = await numbersOn('cpu', shape, given);
      await tf.setBackend('wasm');
      const before = [tf.memory().numTensors, tf.backend().numDataIds()];
      const got = await numbersOn('wasm', shape, given);
      expect([tf.memory().numTensors, tf.backend().numDataIds()]).toEqual(before);
      got.forEach((values, index) => {
        const scale = Math.max(1, ...expected[index]!.map(Math.abs));
        values.forEach((value, at) => expect(Math.abs(value - expected[index]![at]!) / scale).toBeLessThan(5e-6));
      });
    },
  );
});

it('leaves other axes to the formulas', async () => {
  const [given, shape] = [learned[0]!, [4, 5, 6]];
  const [expected, got] = [await numbersOn('cpu', shape, given, 1), await numbersOn('wasm', shape, given, 1)];
  got.forEach((values, index) => values.forEach((value, at) => expect(value).toBeCloseTo(expected[index]![at]!, 3)));
});
