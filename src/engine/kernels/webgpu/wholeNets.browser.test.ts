import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import { describe, expect, it } from 'vitest';
import { chain } from '../../../../e2e/fixtures/stripes';
import { compile } from '../../../compile/compile';
import type { Plan } from '../../../compile/plan';
import { buildTemplate } from '../../../document/template';
import digits from '../../../../templates/digits';
import { library } from '../../../../templates/index';
import { selectBackend } from '../../backend/backend';
import { buildModel, disposeModel } from '../../model/model';
import { initialise } from '../../model/trainableModel';
import { Optimizer } from '../../training/updates/optimizer';

const blocks = chain(
  ['inputImage', { shape: [11, 9, 3] }],
  ['conv2d', { filters: 5, padding: 'same', strides: [2, 2], activation: 'relu' }],
  ['batchNormalization'],
  ['relu', { maxValue: 6 }],
  ['maxPooling2d', { poolSize: [3, 2], strides: [2, 1], padding: 'same' }],
  ['conv2d', { filters: 12, kernelSize: [2, 3], activation: 'tanh' }],
  ['globalAveragePooling2d'],
  ['dense', { units: 10, activation: 'softmax' }],
);

/** A net with fresh weights on a backend, a batch for it, and the gradients of Σ output · weight. */
async function netOn(backend: 'cpu' | 'webgpu', plan: Plan) {
  const { guard } = await selectBackend(backend, null);
  const built = buildModel(plan);
  initialise(built, 5);
  const trained = built.weights.filter(({ trainable }) => trainable);
  const x = tf.randomUniform([6, ...(plan.steps[0]!.shape as number[])], 0, 1, 'float32', 3);
  const weighted = tf.randomUniform([6, 10], 0, 1, 'float32', 4);
  const loss = () => (built.model.apply(x, { training: true }) as tf.Tensor).mul(weighted).sum() as tf.Scalar;
  const gradients = () => {
    const { grads } = tf.variableGrads(
      loss,
      trained.map(({ variable }) => variable),
    );
    return trained.map(({ variable }) => grads[variable.name]!);
  };
  const dispose = () => {
    tf.dispose([x, weighted]);
    disposeModel(built);
  };
  return { guard, trained, gradients, dispose };
}

async function gradientsOn(backend: 'cpu' | 'webgpu', plan: Plan) {
  const { guard, gradients, trained, dispose } = await netOn(backend, plan);
  const tensors = tf.tidy(gradients);
  const values = await Promise.all(tensors.map(async (tensor) => Array.from(await tensor.data())));
  tf.dispose(tensors);
  dispose();
  expect(guard.error).toBeNull();
  return new Map(trained.map(({ key }, at) => [key, values[at]!]));
}

describe('whole nets on WebGPU', () => {
  it.each([
    ['digits', compile(buildTemplate(digits), library), 5e-6],
    ['normalized and padded', blocks, 5e-5],
  ] as const)('%s: gradients as on cpu', async (_, plan, tolerance) => {
    const [expected, got] = [await gradientsOn('cpu', plan), await gradientsOn('webgpu', plan)];
    const different: string[] = [];
    // The bias in front of a normalization has none but by rounding: beside the largest of all it is nothing.
    const largest = Math.max(...[...expected.values()].flat().map(Math.abs));
    for (const [key, values] of expected) {
      const worst = Math.max(...values.map((value, at) => Math.abs(value - got.get(key)![at]!)));
      if (worst / largest > tolerance) different.push(`${key}: ${worst / largest}`);
    }
    expect(different).toEqual([]);
  });

  /** `VITE_STEPS=1000` in front of the command asks for more: each takes long where the GPU is simulated. */
  const steps = Number(import.meta.env['VITE_STEPS'] ?? 25);
  it(`tensors, data and memory of the device stay as they are over ${steps} steps`, async () => {
    const { trained, gradients, dispose } = await netOn('webgpu', blocks);
    const optimizer = new Optimizer('adam', { learningRate: 0.001 });
    const step = async () => {
      tf.tidy(() => optimizer.apply(trained, gradients()));
      await (tf.backend() as unknown as { queue: GPUQueue }).queue.onSubmittedWorkDone();
    };
    const state = () => {
      const memory = tf.memory() as tf.MemoryInfo & { numBytesAllocatedInGPU: number };
      return [memory.numTensors, tf.backend().numDataIds(), memory.numBytesAllocatedInGPU];
    };
    for (let warm = 0; warm < 15; warm++) await step();
    const before = state();
    for (let count = 0; count < steps; count++) await step();
    expect(state()).toEqual(before);
    optimizer.dispose();
    dispose();
  });
});
