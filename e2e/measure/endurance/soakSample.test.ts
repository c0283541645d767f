import { expect, test } from 'vitest';
import { type Sample, growth, measures } from './soakSample';

const sampleOf = (heap: number): Sample => {
  const all = Object.fromEntries(measures.map((measure) => [measure, 100])) as Record<
    (typeof measures)[number],
    number
  >;
  return { ...all, pageHeap: heap };
};
const grown = (...heaps: readonly number[]) =>
  growth(heaps.map(sampleOf)).flatMap(({ measure, grown: by }) => (by === 0 ? [] : [[measure, by]]));

test.each([
  ['what warms up does not count', [1, 9, 100, 100, 100, 100, 100, 100], []],
  ['a leak does', [1, 9, 100, 110, 120, 130, 140, 150], [['pageHeap', 0.4 / 1.1]]],
  ['one high sample does not', [1, 9, 100, 900, 100, 100, 100, 100, 100, 900, 100], []],
  ['falling is not growing', [1, 9, 100, 100, 50, 50], [['pageHeap', -0.5]]],
])('%s', (_, heaps, wanted) => {
  const found = grown(...heaps);
  expect(found.map(([measure]) => measure)).toEqual(wanted.map(([measure]) => measure));
  found.forEach(([, by], index) => expect(by).toBeCloseTo(Number(wanted[index]![1]), 6));
});
