import { expect, test } from 'vitest';
import { histogramPath } from './histogramPath';

test.each([
  [[], ''],
  [[0, 0], ''],
  [[1, 0, 2, 0], 'M0 22v-11h12V22zM24 22v-22h12V22z'],
  [[1, 1000], 'M0 22v-1h24V22zM24 22v-22h24V22z'],
])('%j', (counts, path) => expect(histogramPath({ counts })).toBe(path));
