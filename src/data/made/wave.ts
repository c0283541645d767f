import type { Dataset } from '../dataset';
import { randomNumbers } from '../random';
import { normal } from './normal';

export const lookBack = 40;

/** 40 values of a noisy wave → the next one. Samples stand in the order of time: each is one step later than the last. */
export function wave(): Dataset {
  const count = 800;
  const noise = normal(randomNumbers(4));
  const points = Float32Array.from(
    { length: count + lookBack },
    (_, time) => 0.6 * Math.sin(time / 4) + 0.3 * Math.sin(time / 17) + 0.04 * noise(),
  );
  const values = new Float32Array(count * lookBack);
  for (let sample = 0; sample < count; sample++) {
    values.set(points.subarray(sample, sample + lookBack), sample * lookBack);
  }
  return {
    id: 'wave',
    kind: 'series',
    shape: [lookBack, 1],
    values,
    target: { kind: 'numbers', names: ['next'], values: points.slice(lookBack) },
    count,
    validation: 160,
    vocabulary: null,
    sampleWeights: null,
    words: null,
  };
}
