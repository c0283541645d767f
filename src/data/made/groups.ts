import type { Dataset } from '../dataset';
import { randomNumbers } from '../random';
import { normal } from './normal';
import { columns, table } from './table';

/** 12 numbers → one of 10 classes: clouds of points, two for each class, so that straight borders do not suffice. */
export function groups(): Dataset {
  const count = 3000;
  const [classes, centresEach] = [10, 2];
  const random = randomNumbers(3);
  const noise = normal(random);
  const centres = Float32Array.from({ length: classes * centresEach * columns }, () => 1.2 * noise());
  const values = new Float32Array(count * columns);
  const labels = Uint8Array.from({ length: count }, (_, row) => {
    const label = Math.floor(random() * classes);
    const centre = label * centresEach + Math.floor(random() * centresEach);
    for (let column = 0; column < columns; column++) {
      values[row * columns + column] = centres[centre * columns + column]! + 0.7 * noise();
    }
    return label;
  });
  const names = Array.from({ length: classes }, (_, label) => String.fromCodePoint(65 + label));
  return table('groups', values, labels, names, 500);
}
