import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-backend-cpu';
import { beforeAll, expect, test } from 'vitest';
import { metrics } from '../../document/training/metrics';
import { lossNumbers, losses } from '../../document/training/losses';
import { selectBackend } from '../../engine/backend/backend';
import { lossRules } from '../losses/rules';
import { metricRules } from './rules';

beforeAll(async () => {
  await selectBackend('webgpu', null);
  // Small tensors would otherwise be worked out on the CPU.
  tf.env().set('WEBGPU_CPU_FORWARD', false);
});

/** Sums of metrics and losses of 40 samples on a backend, by name. */
async function on(backend: string, units: number): Promise<Record<string, number[]>> {
  await tf.setBackend(backend);
  const said = Array.from({ length: 40 * units }, (_, at) => Math.abs(Math.sin(1 + 7 * at)));
  const right = said.map((_, at) =>
    units === 1 ? Number(at % 3 === 0) : Number(at % units === Math.trunc(at / units) % units),
  );
  const found: Record<string, number[]> = {};
  const keep = async (name: string, of: (y: tf.Tensor, p: tf.Tensor) => tf.Tensor) => {
    const sums = tf.tidy(() => of(tf.tensor2d(right, [40, units]), tf.tensor2d(said, [40, units])));
    found[name] = Array.from(await sums.data());
    sums.dispose();
  };
  for (const name of metrics) {
    if (metricRules[name].size(units) > 0)
      await keep(name, (y, p) => metricRules[name].sums({ y, p, positive: 0.5 }).flatten());
  }
  for (const name of losses) await keep(`loss ${name}`, (y, p) => lossRules[name](y, p, lossNumbers(name)));
  return found;
}

test.each([1, 3, 10])('metrics and losses are on WebGPU what they are on the CPU: %i units', async (units) => {
  const [ours, expected] = [await on('webgpu', units), await on('cpu', units)];
  const wrong = Object.entries(expected).filter(([name, values]) =>
    values.some((value, at) => !(Math.abs(ours[name]![at]! - value) <= 1e-4 * Math.max(1, Math.abs(value)))),
  );
  expect(wrong.map(([name, values]) => [name, values.slice(0, 4), ours[name]!.slice(0, 4)])).toEqual([]);
});
