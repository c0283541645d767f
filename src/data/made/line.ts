import type { Dataset } from '../dataset';
import { randomNumbers } from '../random';
import { normal } from './normal';

/** A number → a number: points scattered about a bent curve, which a straight line misses and a small MLP follows. */
export function line(): Dataset {
  const count = 1200;
  const random = randomNumbers(1);
  const noise = normal(random);
  const values = Float32Array.from({ length: count }, () => random() * 2 - 1);
  const answers = values.map((x) => Math.sin(3 * x) / 2 + 0.4 * x + 0.05 * noise());
  return {
    id: 'line',
    kind: 'numbers',
    shape: [1],
    values,
    target: { kind: 'numbers', names: ['y'], values: answers },
    count,
    validation: 200,
    vocabulary: null,
    sampleWeights: null,
    words: ['x'],
  };
}
