import { memory, tensor2d, variable } from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-layers';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, test } from 'vitest';
import { torchOptimizers } from '../../exporters/pytorch/optimizers/index';
import { optimizerCall, optimizersFile } from '../../exporters/pytorch/scripts/optimizers';
import { type OptimizerName, optimizers, optimizerSlots, usualSettings } from '../../document/training/trainingChoices';
import { trainingSchema, initialTraining } from '../../document/training';
import { Optimizer } from '../../engine/training/updates/optimizer';
import { optimizerChoice } from '../../importers/kerasGraph/training/optimizerChoice';
import { signatureOf } from '../../importers/kerasCode/keras/signatures';
import { everyOptimizer } from '../everyOptimizer';
import type { OptimizerRecord } from '../optimizer';
import { kerasName } from '../setting';
import { optimizerRecords } from './index';

const records: readonly (readonly [OptimizerName, OptimizerRecord])[] = optimizers.map((name) => [
  name,
  optimizerRecords[name],
]);

/** A few steps with gradients that are drawn once, from a state or from the start. */
async function steps(name: OptimizerName, optimizer: Optimizer, weight: Float32Array, from: number, until: number) {
  const trained = { key: 'layer/kernel', variable: variable(tensor2d(weight, [2, 3])) };
  for (let time = from; time < until; time++) {
    const gradient = tensor2d(
      Array.from({ length: 6 }, (_, at) => Math.sin(7 * time + at)),
      [2, 3],
    );
    optimizer.apply([trained], [gradient]);
    gradient.dispose();
  }
  const values = Float32Array.from(await trained.variable.data());
  const state = await optimizer.state();
  trained.variable.dispose();
  return { name, values, state };
}

describe.each(records)('%s', (name, record) => {
  test('has the settings of Keras’s class, with its values', () => {
    const signature = new Map(signatureOf('optimizers', record.keras)?.map(([key, initial]) => [key, initial]));
    const { kerasUsual = {} } = record;
    const ours = Object.entries(record.settings).map(([key, { initial }]) => [
      kerasName(key),
      kerasUsual[key] ?? initial,
    ]);
    expect(ours).toEqual(ours.map(([key]) => [key, signature.get(String(key))]));
    for (const key of Object.keys(everyOptimizer)) expect(signature.has(kerasName(key))).toBe(true);
  });

  test('is taken by documents and out of a configuration of Keras', () => {
    const settings = Object.fromEntries(
      Object.entries(record.settings).map(([key, { initial }]) => [key, typeof initial === 'boolean' ? true : 0.25]),
    );
    const optimizer = { name, settings };
    expect(trainingSchema.safeParse({ ...initialTraining, optimizer }).success).toBe(true);
    const config = Object.fromEntries(Object.entries(settings).map(([key, value]) => [kerasName(key), value]));
    expect(optimizerChoice({ class_name: record.keras, config: { ...config, clipnorm: 2 } })).toEqual({
      optimizer: { name, settings: { ...settings, clipnorm: 2 } },
      schedule: { name: 'constant', settings: {} },
      dropped: [],
    });
  });

  test('has a class in PyTorch', () => {
    const call = optimizerCall({ name, settings: {} }, 'parameters');
    expect(call).toMatch(/^(optimizers|torch\.optim)\.\w+\(parameters, lr=learning_rate/);
    const own = torchOptimizers[name];
    const file = optimizersFile(name) ?? call;
    expect(file).toContain(own ? `\nclass ${own.name}(KerasOptimizer):\n` : `torch.optim.${record.torch?.name}(`);
  });

  test('goes on from its state as if it had never stopped, moves weights, and frees everything', async () => {
    const before = memory().numTensors;
    const weight = Float32Array.of(0.5, -1, 2, 0.1, -0.3, 1);
    const settings = usualSettings(name);
    const whole = new Optimizer(name, settings);
    const all = await steps(name, whole, weight, 1, 7);
    whole.dispose();
    const first = new Optimizer(name, settings);
    const half = await steps(name, first, weight, 1, 4);
    first.dispose();
    const second = new Optimizer(name, settings);
    const carrier = { key: 'layer/kernel', variable: variable(tensor2d(half.values, [2, 3])) };
    second.restore([carrier], half.state);
    carrier.variable.dispose();
    const rest = await steps(name, second, half.values, 4, 7);
    second.dispose();
    expect(rest.values).toEqual(all.values);
    expect(all.values.every(Number.isFinite)).toBe(true);
    expect(all.values.some((value, at) => value !== weight[at])).toBe(true);
    const kept = optimizerSlots({ name, settings: {} }).map((slot) => `layer/kernel/${slot}`);
    expect(Object.keys(all.state).toSorted()).toEqual([...kept, 'time'].toSorted());
    // The tensors that variables are made of are the test's own.
    expect(memory().numTensors - before).toBe(4);
  });
});
