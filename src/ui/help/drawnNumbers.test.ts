import { describe, expect, test } from 'vitest';
import { mergedOf } from './scenes/merged';
import { movesOf } from './scenes/moves';
import { dropped, noised, uniformDraws } from './scenes/noise';
import { groupsOf, normalized, unitLong } from './scenes/normalized';
import { picturesOf } from './scenes/pictures';
import { valueText } from './valueText';

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

test.each(['batchNormalization', 'layerNormalization'] as const)(
  '%s brings every group to mean 0 and variance 1',
  (drawing) => {
    expect(groupsOf(drawing)).toHaveLength(drawing === 'batchNormalization' ? 3 : 5);
    for (const group of groupsOf(drawing)) {
      const values = normalized(group, 0);
      expect(mean(values)).toBeCloseTo(0, 10);
      expect(mean(values.map((value) => value ** 2))).toBeCloseTo(1, 10);
    }
  },
);

test('UnitNormalization brings every sample to length 1', () => {
  for (const group of groupsOf('unitNormalization')) expect(Math.hypot(...unitLong(group))).toBeCloseTo(1, 10);
});

describe('noise', () => {
  test('Dropout keeps the sum of what it should keep, and drops the others', () => {
    const rate = 0.3;
    uniformDraws.forEach((draw, index) => {
      expect(noised('dropout', { rate }, 2, index, 0)).toBeCloseTo(draw >= rate ? 2 / 0.7 : 0, 10);
      expect(dropped('dropout', { rate }, index, 0)).toBe(draw < rate);
    });
  });

  test('SpatialDropout1D drops whole channels', () => {
    const params = { rate: 0.5 };
    for (const channel of [0, 1, 2, 3]) {
      const values = [0, 4, 8].map((row) => noised('channelDropout', params, 1, row + channel, channel));
      expect(new Set(values).size).toBe(1);
      expect(dropped('channelDropout', params, 0, channel)).toBe(values[0] === 0);
    }
  });

  test('AlphaDropout keeps mean 0 and variance 1 of SELU’s outputs, as Keras scales them', () => {
    const rate = 0.2;
    const alpha = -1.7580993408473766;
    const kept = noised('alphaDropout', { rate }, 0, 0, 0);
    const lost = noised('alphaDropout', { rate }, 0, 6, 0);
    const variance = (1 - rate) * kept ** 2 + rate * lost ** 2;
    const slope = noised('alphaDropout', { rate }, 1, 0, 0) - kept;
    expect((1 - rate) * kept + rate * lost).toBeCloseTo(0, 10);
    expect(variance + (1 - rate) * slope ** 2).toBeCloseTo(1, 10);
    expect(lost - kept).toBeCloseTo(slope * alpha, 10);
  });

  test.each([
    ['gaussianNoise', { stddev: 0.5 }, 2 + 0.31 * 0.5],
    ['gaussianDropout', { rate: 0.2 }, 2 * (1 + 0.31 * 0.5)],
  ] as const)('%s adds its part of a normal draw', (drawing, params, value) => {
    expect(noised(drawing, params, 2, 0, 0)).toBeCloseTo(value, 10);
    expect(dropped(drawing, params, 6, 0)).toBe(false);
  });
});

test.each([
  ['add', [7, 13, 7]],
  ['subtract', [-5, -1, -5]],
  ['multiply', [6, 42, 6]],
  ['average', [3.5, 6.5, 3.5]],
  ['maximum', [6, 7, 6]],
  ['minimum', [1, 6, 1]],
  ['dot', [54]],
] as const)('%s is computed', (drawing, row) => expect(mergedOf(drawing, 2, false)!.result[0]).toEqual(row));

test('Concatenate joins columns, or rows', () => {
  expect(mergedOf('concatenate', 2, false)!.result.map((row) => row.length)).toEqual([6, 6]);
  expect(mergedOf('concatenate', 3, true)!.result.map((row) => row.length)).toEqual([3, 3, 3, 3, 3, 3]);
});

test('Permute moves rows to columns, padding and cropping move nothing else', () => {
  expect(movesOf('permuting', { dims: [2, 1] }, [2, 3], [3, 2])!.source).toEqual([0, 3, 1, 4, 2, 5]);
  const padding = [
    [1, 0],
    [0, 2],
  ];
  const padded = movesOf('padding', { padding }, [3, 4, 1], [4, 6, 1])!;
  expect(padded.to).toEqual([4, 6]);
  expect(padded.source.filter((index) => index !== null)).toEqual(Array.from({ length: 12 }, (_, index) => index));
  const cropped = movesOf('cropping', { cropping: padding }, [3, 5, 1], [2, 3, 1])!;
  expect(cropped.source).toEqual([5, 6, 7, 10, 11, 12]);
});

test('CenterCrop keeps the share of the picture that its numbers say', () => {
  const [view] = picturesOf('centerCrop', { height: 14, width: 7 }, [28, 28, 1])!;
  expect(view).toMatchObject({ height: 20, width: 10, transform: 'translate(-15 -10)' });
});

test.each([
  ['flip', { mode: 'horizontal' }, ['translate(20 20) scale(-1 1) translate(-20 -20)']],
  ['rotation', { factor: [-0.25, 0.5] }, ['rotate(90)', 'rotate(-180)']],
  ['translation', { heightFactor: [-0.5, 0], widthFactor: [0, 0.25] }, ['translate(0 -20)', 'translate(10 0)']],
] as const)('%s %o is shown at both ends of its range', (drawing, params, transforms) => {
  const shown = picturesOf(drawing, { ...params })!.map(({ transform }) => transform);
  shown.forEach((transform, index) => expect(transform).toContain(transforms[index]!));
  expect(shown).toHaveLength(transforms.length);
});

test.each([
  [[3, 5], '3×5'],
  [[null, 4], '?×4'],
  [
    [
      [0, 1],
      [2, 3],
    ],
    '(0×1) (2×3)',
  ],
  [{ name: 'l2', l2: 0.01 }, 'l2(l2: 0.01)'],
  [{ type: 'lstm', params: { units: 8 } }, 'lstm(units: 8)'],
  [null, '–'],
] as const)('%o reads %s', (value, text) => expect(valueText(value)).toBe(text));
