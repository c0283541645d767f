import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, describe, expect, it } from 'vitest';
import { type OptimizerName, optimizerSettings } from '../../../document/training/trainingChoices';
import { optimizerRules } from '../../../training/optimizers/rules';
import { selectBackend } from '../../backend/backend';
import type { Guard } from '../../backend/guard';
import { Optimizer } from './optimizer';

type Settings = Readonly<Record<string, number | boolean>>;
/** More than go into one dispatch, of sizes that fill no group. */
const shapes = [[1], [3, 5], [64], [7, 11, 2], [129]];
const steps = 3;

/** All weights after some steps, and the tensors that are kept besides them. */
async function after(backend: string, name: OptimizerName, settings: Settings) {
  await tf.setBackend(backend);
  const optimizer = new Optimizer(name, { ...optimizerSettings[name], ...settings });
  const weights = shapes.map((shape, at) => {
    const start = tf.randomNormal(shape, 0, 1, 'float32', at + 1);
    const variable = tf.variable(start);
    start.dispose();
    return { key: `w${at}`, variable };
  });
  const kept: number[] = [];
  for (let step = 0; step < steps; step++) {
    const gradients = shapes.map((shape, at) => tf.randomNormal(shape, 0, 1, 'float32', 100 * step + at + 7));
    optimizer.apply(weights, gradients);
    tf.dispose(gradients);
    kept.push(tf.memory().numTensors, tf.backend().numDataIds());
  }
  const values = await Promise.all(weights.map(({ variable }) => variable.data()));
  optimizer.dispose();
  tf.dispose(weights.map(({ variable }) => variable));
  return { values, kept: kept.slice(-2).join() === kept.slice(-4, -2).join() };
}

const differing: Readonly<Partial<Record<OptimizerName, readonly Settings[]>>> = {
  momentum: [{ nesterov: true }],
  rmsprop: [{ momentum: 0.5 }, { centered: true }, { momentum: 0.9, centered: true }],
  sgd: [{ weightDecay: 0.1 }],
  adam: [{ weightDecay: 0.1, clipvalue: 0.5 }],
};
const cases = (Object.keys(optimizerRules) as OptimizerName[]).flatMap((name) =>
  optimizerRules[name].formula === undefined
    ? []
    : [{}, ...(differing[name] ?? [])].map((settings) => ({ name, settings: { learningRate: 0.05, ...settings } })),
);

describe('optimizers on WebGPU, all weights where they lie', () => {
  let guard: Guard;
  beforeAll(async () => void ({ guard } = await selectBackend('webgpu', null)));

  it.each(cases)('$name $settings as on cpu', async ({ name, settings }) => {
    const got = await after('webgpu', name, settings);
    const { kernelNames } = await tf.profile(async () => void (await after('webgpu', name, settings)));
    const expected = await after('cpu', name, settings);
    expect(kernelNames).toContain('OptimizerStep');
    expect(got.kept).toBe(true);
    expect(guard.error).toBeNull();
    const worst = expected.values.map((values, weight) =>
      [...values].reduce((most, value, at) => Math.max(most, Math.abs(value - got.values[weight]![at]!)), 0),
    );
    expect(Math.max(...worst)).toBeLessThan(3e-6);
  });

  it('leaves alone what shares memory with a weight', async () => {
    await tf.setBackend('webgpu');
    const variable = tf.variable(tf.tensor1d([1, 2, 3]));
    const gradient = tf.tensor1d([1, 1, 1]);
    const [copy, optimizer] = [variable.clone(), new Optimizer('sgd', { learningRate: 0.5 })];
    optimizer.apply([{ key: 'w', variable }], [gradient]);
    expect([[...(await copy.data())], [...(await variable.data())]]).toEqual([
      [1, 2, 3],
      [0.5, 1.5, 2.5],
    ]);
    // Read, moved and read again: what was read is not kept.
    copy.dispose();
    optimizer.apply([{ key: 'w', variable }], [gradient]);
    expect([...(await variable.data())]).toEqual([0, 1, 2]);
    optimizer.dispose();
    tf.dispose([variable, gradient]);
  });
});
