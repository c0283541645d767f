import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/public/chained_ops/register_all_chained_ops';
import '@tensorflow/tfjs-backend-cpu';
import { describe, expect, it } from 'vitest';
import { normalizedAtOnce, normalizesAtOnce } from '../../layers/normalization/normalizedAtOnce';
import { batchSumsAtOnce } from '../../training/atOnce/batchSumsAtOnce';
import { lossPerSample } from '../../training/losses';
import { batchSums, outputSums } from '../../training/metrics';
import { asOnCpu, withGradients } from '../testBesideCpu';
import { beside, onDevice, tellsOfNoFault } from './testOnDevice';

onDevice();

describe('a batch normalized by itself', () => {
  const epsilon = 1e-3;
  const momentum = 0.9;
  /** By its formula, where there is no kernel of ours: with mean, variance and their averages after the batch. */
  function normalized(x: tf.Tensor, gamma: tf.Tensor | null, beta: tf.Tensor | null, kept = false) {
    const moving = { movingMean: x.mean(axesOf(x)).add(3), movingVariance: x.mean(axesOf(x)).mul(2).add(7) };
    if (normalizesAtOnce()) {
      const all: tf.Tensor[] = [];
      const y = normalizedAtOnce(x, gamma, beta, epsilon, { ...moving, momentum }, ({ mean, variance, next }) => {
        const seen = [mean, variance, next!.mean, next!.variance];
        if (kept) all.push(...seen.map((each) => tf.keep(each.clone())));
      });
      return [y, ...all] as const;
    }
    const { mean, variance } = tf.moments(x, axesOf(x));
    const y = x
      .sub(mean)
      .div(variance.add(epsilon).sqrt())
      .mul(gamma ?? 1);
    const next = (before: tf.Tensor, batch: tf.Tensor) => before.mul(momentum).add(batch.mul(1 - momentum));
    const after = [next(moving.movingMean, mean), next(moving.movingVariance, variance)];
    return [beta ? y.add(beta) : y, mean, variance, ...after] as const;
  }
  const axesOf = (x: tf.Tensor) => x.shape.map((_, at) => at).slice(0, -1);

  it.each([[[257, 3]], [[2, 17, 5, 8]], [[33, 1]], [[16, 30, 31, 5]], [[1, 5, 64]], [[40, 513]]] as const)(
    '%j',
    async (shape) => {
      const channels = [shape.at(-1)!];
      const all = ([x, gamma, beta]: readonly tf.Tensor[]) => normalized(x!.mul(3).add(5), gamma!, beta!, true);
      expect(await beside([shape, channels, channels], all)).toEqual(asOnCpu);
      const both = withGradients((x, gamma, beta) => normalized(x!, gamma!, beta!)[0].mul(x!));
      expect(await beside([shape, channels, channels], both)).toEqual(asOnCpu);
      const plain = withGradients((x) => normalized(x!, null, null)[0].mul(x!));
      expect(await beside([shape], plain)).toEqual(asOnCpu);
    },
  );
});

describe('cross-entropy', () => {
  it.each([
    [1, 2],
    [1, 10],
    [257, 10],
    [5, 1000],
    [33, 3],
  ] as const)('%j × %j', async (rows, columns) => {
    const hot = new Float32Array(rows * columns);
    for (let row = 0; row < rows; row++) hot[row * columns + ((row * 7) % columns)] = 1;
    const loss = (x: tf.Tensor) =>
      lossPerSample(
        { loss: 'categoricalCrossentropy' },
        tf.tensor2d(hot, [rows, columns]),
        tf.softmax(x.mul(4)).mul(2),
      );
    expect(await beside([[rows, columns]], withGradients(loss))).toEqual(asOnCpu);
  });

  it('cut off at both ends, with no slope there', async () => {
    const loss = ([x]: readonly tf.Tensor[]) => {
      const p = tf.concat([tf.zeros([4, 1]), tf.ones([4, 1])], 1).add(x!.mul(0));
      const y = tf.tensor2d([1, 0, 0, 1, 0.5, 0.5, 0, 0], [4, 2]);
      const f = (given: tf.Tensor) => lossPerSample({ loss: 'categoricalCrossentropy' }, y, given);
      return [f(p), tf.grad((given) => tf.sum(f(given)))(p)];
    };
    expect(await beside([[4, 2]], loss)).toEqual(asOnCpu);
  });
});

describe('sums of a batch', () => {
  it.each([
    [1, 1],
    [257, 1],
    [33, 10],
    [5, 1000],
  ] as const)('%j × %j', async (rows, columns) => {
    const sums = ([p, y, whole, loss]: readonly tf.Tensor[]) => {
      const judged = { whole: whole!, loss: loss!, y: y!, p: p! };
      const atOnce = batchSumsAtOnce(judged, 0.5);
      return [atOnce ?? batchSums(whole!, rows, [outputSums(loss!, { y: y!, p: p!, positive: 0.5 })])];
    };
    expect(await beside([[rows, columns], [rows, columns], [], []], sums)).toEqual(asOnCpu);
  });

  it.each([NaN, Infinity])('are none where an output is %d', async (value) => {
    await tf.setBackend('webgpu');
    const sums = tf.tidy(() => {
      const p = tf.tensor2d([0.1, 0.9, value, 0.2], [2, 2]);
      return batchSumsAtOnce({ whole: tf.scalar(1), loss: tf.scalar(1), y: tf.zeros([2, 2]), p }, 0.5)!;
    });
    const [whole, samples, loss] = await sums.data();
    expect([whole, samples, loss]).toEqual([NaN, 2, NaN]);
    sums.dispose();
  });
});

tellsOfNoFault();
