import { expect, test } from 'vitest';
import { randomNumbers } from '../../../data/random';
import { Moments } from './moments';

const values = (count: number) => {
  const random = randomNumbers(7);
  return Float32Array.from({ length: count }, () => 1000 + random());
};

test.each([
  { axes: [1], sizes: [3], shape: [8, 3] },
  { axes: [], sizes: [], shape: [8, 3] },
  { axes: [1, 3], sizes: [2, 3], shape: [8, 2, 5, 3] },
])('moments of axes $axes are those of all samples, however they come', ({ axes, sizes, shape }) => {
  const all = values(shape.reduce((product, size) => product * size, 1));
  const each = all.length / shape[0]!;
  const moments = new Moments(axes, sizes);
  for (const [from, to] of [
    [0, 3],
    [3, 4],
    [4, 8],
  ] as const)
    moments.add(all.slice(from * each, to * each), [to - from, ...shape.slice(1)]);
  const strides = shape.map((_, axis) => shape.slice(axis + 1).reduce((product, size) => product * size, 1));
  const groups = new Map<string, number[]>();
  all.forEach((value, at) => {
    const place = axes.map((axis) => Math.floor(at / strides[axis]!) % shape[axis]!).join();
    groups.set(place, [...(groups.get(place) ?? []), value]);
  });
  const mean = (list: readonly number[]) => list.reduce((sum, value) => sum + value, 0) / list.length;
  const expected = [...groups.values()].map((list) => {
    const middle = mean(list);
    return [middle, mean(list.map((value) => (value - middle) ** 2))] as const;
  });
  expect([...moments.mean]).toHaveLength(expected.length);
  expected.forEach(([middle, variance], place) => {
    expect(moments.mean[place]).toBeCloseTo(middle, 3);
    expect(moments.variance[place]).toBeCloseTo(variance, 6);
  });
});
