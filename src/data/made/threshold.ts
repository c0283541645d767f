import type { Dataset } from '../dataset';
import { randomNumbers } from '../random';
import { normal } from './normal';
import { columns, table } from './table';

/** 12 numbers → yes or no: a weighted sum beyond a threshold, bent by one product of two columns. */
export function threshold(): Dataset {
  const count = 2400;
  const noise = normal(randomNumbers(2));
  const values = Float32Array.from({ length: count * columns }, () => noise());
  const weights = Array.from({ length: columns }, () => noise());
  const labels = Uint8Array.from({ length: count }, (_, row) => {
    const at = (column: number) => values[row * columns + column]!;
    const sum = weights.reduce((total, weight, column) => total + weight * at(column), 0);
    return sum + 2 * at(0) * at(1) + 0.2 * noise() > 0 ? 1 : 0;
  });
  return table('threshold', values, labels, ['no', 'yes'], 400);
}
