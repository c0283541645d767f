import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import { describe, expect, it } from 'vitest';
import { type ActiveBackend, selectBackend } from '../../backend/backend';
import { Bidirectional } from './bidirectional';
import { Gru } from './gru';
import { Lstm } from './lstm';
import { AnyUnlike } from '../mask/anyUnlike';
import { NonZero } from '../mask/nonZero';
import { MaskedSteps } from './maskedSteps';
import { initializers, input, layers, model } from '../tfjsLayers';

const start = () => ({
  kernelInitializer: initializers.randomUniform({ minval: -0.5, maxval: 0.5, seed: 1 }),
  recurrentInitializer: initializers.randomUniform({ minval: -0.5, maxval: 0.5, seed: 2 }),
});

const embedded = () =>
  layers.embedding({ inputDim: 7, outputDim: 3, embeddingsInitializer: start().kernelInitializer });

/** A masked text through both directions, and a masked series: outputs, and the gradients of all weights. */
async function computed(): Promise<number[]> {
  const half = (goBackwards: boolean) => new Lstm({ ...start(), units: 4, returnSequences: true, goBackwards });
  const text = input({ shape: [5], dtype: 'int32' });
  const words = new NonZero({}).apply(text);
  const both = new Bidirectional({ layer: half(false), backwardLayer: half(true) }).apply([
    embedded().apply(text),
    words,
  ] as never);
  const one = model({
    inputs: text,
    outputs: new Gru({ ...start(), units: 3 }).apply([both, words] as never) as never,
  });
  const series = input({ shape: [4, 2] });
  const masked = [new MaskedSteps({}).apply(series), new AnyUnlike({}).apply(series)];
  const two = model({ inputs: series, outputs: new Lstm({ ...start(), units: 3 }).apply(masked as never) as never });
  const texts = tf.tensor2d([1, 2, 3, 0, 0, 6, 5, 0, 0, 0], [2, 5], 'int32');
  const numbers = tf.tensor3d([1, 2, 0, 0, 3, -1, 0, 0, 0, 0, 0.5, 1, 2, 2, 0, 0], [2, 4, 2]);
  const results: tf.Tensor[] = [];
  for (const [net, x] of [[one, texts] as const, [two, numbers] as const]) {
    const variables = net.weights.map((weight) => weight.read() as tf.Variable);
    const { value, grads } = tf.variableGrads(() => (net.apply(x) as tf.Tensor).square().sum() as tf.Scalar, variables);
    results.push(net.apply(x) as tf.Tensor, value, ...variables.map(({ name }) => grads[name]!));
  }
  const values = await Promise.all(results.map((result) => result.data()));
  one.dispose();
  two.dispose();
  tf.dispose([texts, numbers, ...results]);
  return values.flatMap((list) => [...list]);
}

async function on(name: 'cpu' | 'wasm' | 'webgpu'): Promise<{ active: ActiveBackend; values: number[] }> {
  const active = await selectBackend(name, null);
  // Small tensors would otherwise be worked out on the CPU.
  if (name === 'webgpu') tf.env().set('WEBGPU_CPU_FORWARD', false);
  return { active, values: await computed() };
}

describe('masked recurrent layers', () => {
  it('compute on WebGPU what they compute on the CPU', async () => {
    const cpu = await on('cpu');
    const webgpu = await on('webgpu');
    expect(webgpu.active.guard.error).toBeNull();
    expect(webgpu.values).toHaveLength(cpu.values.length);
    const gap = Math.max(...webgpu.values.map((value, index) => Math.abs(value - cpu.values[index]!)));
    expect(gap).toBeLessThan(1e-5);
    expect(cpu.values.some((value) => Math.abs(value) > 0.1)).toBe(true);
  });
});
