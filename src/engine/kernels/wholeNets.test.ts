import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import { afterAll, describe, expect, it } from 'vitest';
import { chain } from '../../../e2e/fixtures/stripes';
import { compile } from '../../compile/compile';
import type { Plan } from '../../compile/plan';
import { buildTemplate } from '../../document/template';
import digits from '../../../templates/digits';
import { library } from '../../../templates/index';
import mobilenet from '../../../templates/architectures/mobilenet';
import { selectBackend } from '../backend/backend';
import { buildModel, disposeModel } from '../model/model';
import { initialise } from '../model/trainableModel';

/**
 * Batch normalization of few numbers makes rounding 100 times as large: TensorFlow.js's own kernels are 1e-4 off there, in the
 * places where ours are.
 */
const nets: Readonly<Record<string, { readonly plan: Plan; readonly tolerance: number }>> = {
  digits: { plan: compile(buildTemplate(digits), library), tolerance: 2e-6 },
  'padded, with average pooling': {
    plan: chain(
      ['inputImage', { shape: [11, 9, 3] }],
      ['conv2d', { filters: 5, padding: 'same', strides: [2, 2], activation: 'relu' }],
      ['batchNormalization'],
      ['averagePooling2d', { padding: 'same' }],
      ['conv2d', { filters: 12, kernelSize: [2, 3], activation: 'tanh' }],
      ['globalAveragePooling2d'],
      ['dense', { units: 10, activation: 'softmax' }],
    ),
    tolerance: 2e-5,
  },
  'words read both ways': {
    plan: chain(
      ['inputText', { shape: [7] }],
      ['embedding', { inputDim: 20, outputDim: 6, maskZero: true }],
      ['gru', { units: 5, returnSequences: true }],
      ['lstm', { units: 9 }],
      ['dense', { units: 10, activation: 'softmax' }],
    ),
    tolerance: 5e-6,
  },
  'MobileNet 0.25': {
    plan: compile(buildTemplate(mobilenet, { alpha: 0.25, inputShape: [32, 32, 3], classes: 10 }), library),
    tolerance: 3e-4,
  },
};

/** Output and gradients of Σ output² with respect to all trained weights. */
async function gradientsOn(backend: 'cpu' | 'wasm', plan: Plan) {
  await selectBackend(backend, null);
  const built = buildModel(plan);
  initialise(built, 5);
  const trained = built.weights.filter(({ trainable }) => trainable);
  const shape = [6, ...(plan.steps[0]!.shape as number[])];
  const result = tf.tidy(() => {
    const random = tf.randomUniform(shape, 0, 1, 'float32', 3);
    const x = plan.steps[0]!.type === 'inputText' ? random.mul(20).floor() : random;
    const weighted = tf.randomUniform([6, 10], 0, 1, 'float32', 4);
    const loss = () => (built.model.apply(x, { training: true }) as tf.Tensor).mul(weighted).sum() as tf.Scalar;
    const { grads } = tf.variableGrads(
      loss,
      trained.map(({ variable }) => variable),
    );
    return Object.fromEntries(trained.map(({ key, variable }) => [key, Array.from(grads[variable.name]!.dataSync())]));
  });
  disposeModel(built);
  return result;
}

afterAll(async () => void (await tf.setBackend('cpu')));

describe('gradients of whole nets on wasm are those on cpu', () => {
  it.each(Object.entries(nets))('%s', async (_, { plan, tolerance }) => {
    const [expected, got] = [await gradientsOn('cpu', plan), await gradientsOn('wasm', plan)];
    const different: string[] = [];
    for (const [key, values] of Object.entries(expected)) {
      const scale = Math.max(...values.map(Math.abs));
      const worst = Math.max(...values.map((value, at) => Math.abs(value - got[key]![at]!)));
      if (worst / scale > tolerance) different.push(`${key}: ${worst / scale}`);
    }
    expect(different).toEqual([]);
  });
});
