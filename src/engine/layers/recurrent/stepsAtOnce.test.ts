import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { registerWasmGradients } from '../../kernels/wasmGradients';
import { Gru } from './gru';
import { Lstm } from './lstm';
import { SimpleRnn } from './simpleRnn';

const kinds = { Lstm, Gru, SimpleRnn };

interface Case {
  readonly units: number;
  readonly shape: readonly [batch: number, steps: number, features: number];
  readonly activation?: 'relu';
  readonly goBackwards?: boolean;
  readonly returnSequences?: boolean;
  readonly masked?: boolean;
  readonly zeroOutputForMask?: boolean;
  readonly useBias?: boolean;
}

const cases: readonly Case[] = [
  { units: 4, shape: [2, 6, 3] },
  { units: 7, shape: [3, 5, 2], returnSequences: true },
  { units: 1, shape: [1, 2, 1], returnSequences: true },
  { units: 5, shape: [1, 9, 4], goBackwards: true },
  { units: 8, shape: [257, 3, 5], returnSequences: true, goBackwards: true },
  { units: 9, shape: [4, 7, 3], masked: true },
  { units: 6, shape: [33, 4, 3], masked: true, returnSequences: true, goBackwards: true },
  { units: 3, shape: [5, 4, 2], masked: true, returnSequences: true, zeroOutputForMask: true, goBackwards: true },
  { units: 3, shape: [5, 4, 2], masked: true, zeroOutputForMask: true },
  { units: 10, shape: [3, 5, 2], activation: 'relu', returnSequences: true },
  { units: 4, shape: [2, 3, 3], useBias: false, masked: true },
];

/** Output and gradients of Σ output² with respect to input and weights. */
async function numbersOn(
  backend: string,
  make: (typeof kinds)[keyof typeof kinds],
  { shape, masked, ...settings }: Case,
) {
  await tf.setBackend(backend);
  const [batch, steps] = shape;
  const result = tf.tidy(() => {
    const { zeroOutputForMask = false, ...given } = settings;
    const layer = new make({
      ...given,
      biasInitializer: tf.initializers.randomUniform({ minval: -1, maxval: 1, seed: 3 }),
    });
    layer.zeroOutputForMask = zeroOutputForMask;
    const x = tf.randomUniform([...shape], -1, 1, 'float32', 7);
    // The last step of every second sample is left out, and another one in its middle.
    const mask = tf.tensor2d(
      Array.from({ length: batch * steps }, (_, at) => {
        const [sample, step] = [Math.floor(at / steps), at % steps];
        return sample % 2 === 0 && (step === steps - 1 || step === 1) ? 0 : 1;
      }),
      [batch, steps],
    );
    const inputs = (values: tf.Tensor) => (masked ? [values, mask] : values);
    layer.apply(inputs(x));
    const weights = layer
      .getWeights()
      .map((weight, index) => tf.randomUniform(weight.shape, -0.7, 0.7, 'float32', index + 1));
    layer.setWeights(weights);
    const output = layer.apply(inputs(x)) as tf.Tensor;
    const variables = layer.trainableWeights.map((weight) => weight.read() as tf.Variable);
    const input = tf.variable(x);
    const loss = () => (layer.apply(inputs(input)) as tf.Tensor).square().sum() as tf.Scalar;
    const { grads } = tf.variableGrads(loss, [input, ...variables]);
    return [output, ...[input, ...variables].map(({ name }) => grads[name]!)].map((tensor) =>
      Array.from(tensor.dataSync()),
    );
  });
  tf.disposeVariables();
  return result;
}

beforeAll(() => registerWasmGradients());
afterAll(async () => void (await tf.setBackend('cpu')));

describe.each(Object.entries(kinds))('%s: all steps in one kernel as one by one', (_, make) => {
  it.each(cases)('$units units, $shape, $activation', async (each) => {
    const expected = await numbersOn('cpu', make, each);
    await tf.setBackend('wasm');
    const before = [tf.memory().numTensors, tf.backend().numDataIds()];
    const got = await numbersOn('wasm', make, each);
    expect([tf.memory().numTensors, tf.backend().numDataIds()]).toEqual(before);
    got.forEach((values, index) => {
      const scale = Math.max(1e-3, ...expected[index]!.map(Math.abs));
      const worst = Math.max(...values.map((value, at) => Math.abs(value - expected[index]![at]!)));
      expect(worst / scale).toBeLessThan(3e-6);
    });
  });
});

it('is not asked for what it does not cover', async () => {
  await tf.setBackend('wasm');
  const kernels = new Set<string>();
  const layers = [
    new Lstm({ units: 2, recurrentActivation: 'hardSigmoid' }),
    new Gru({ units: 2, resetAfter: false }),
    new SimpleRnn({ units: 2, activation: 'elu' }),
  ];
  for (const layer of layers) {
    const { kernelNames } = await tf.profile(() => layer.apply(tf.ones([1, 2, 3])) as tf.Tensor);
    for (const name of kernelNames) kernels.add(name);
  }
  expect([...kernels].filter((name) => name.startsWith('Recurrent'))).toEqual([]);
});
