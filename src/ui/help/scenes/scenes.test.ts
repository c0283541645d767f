import { describe, expect, test } from 'vitest';
import { brickList } from '../../../../bricks/index';
import type { AnyBrick } from '../../../brick/brick';
import { library } from '../../../../templates/index';
import { spreadWindows } from './outputRules';
import { numbersOf, textOf } from '../readParams';
import { sceneOf } from './scenes';
import { drawnCells, drawnWindow, pooled, slidingAxis, spreadAxis } from './sliding';
import { subjectOfExample } from '../subject';

const subjects = brickList.flatMap((brick) =>
  brick.examples.map((example, index) => ({
    title: `${brick.type} ${index + 1}`,
    brick: brick as AnyBrick,
    example,
    subject: subjectOfExample(brick, index, library)!,
  })),
);

test.each(subjects)('$title is drawn, and only data bricks as a mere box', ({ brick, subject }) => {
  expect(sceneOf(subject).kind === 'box').toBe(brick.category === 'data');
});

const sliders = subjects.filter(({ brick, subject }) => sceneOf(subject).kind === 'sliding' && brick.window);

describe.each(sliders)('the drawing of $title', ({ brick, example, subject }) => {
  const { params } = subject;
  const padding = textOf(params, 'padding', 'valid');
  const windows = brick.window!(params);
  const [x] = example.in;

  test('counts as the brick does, on the whole input', () => {
    const outputs = windows.map((window, axis) => slidingAxis(x![axis]!, window, padding).outputs);
    expect(outputs).toEqual(example.out.slice(0, windows.length));
  });

  test('counts as the brick does, on the small picture', () => {
    const drawn = windows.map((window, axis) => drawnCells(x![axis]!, drawnWindow(window)));
    const outputs = windows.map((window, axis) => slidingAxis(drawn[axis]!, drawnWindow(window), padding).outputs);
    expect(windows.map(drawnWindow)).toEqual(windows);
    expect(outputs).toEqual(brick.shape([[...drawn, x!.at(-1)!]], params).slice(0, windows.length));
  });

  test('sees every cell within the padding, and the last window reaches no further', () => {
    windows.forEach((window, axis) => {
      const { cells, before, after, outputs, seen } = slidingAxis(x![axis]!, window, padding);
      expect(seen(0)[0]).toBe(0 - before);
      expect(seen(outputs - 1).at(-1)).toBeLessThan(cells + after);
    });
  });
});

const spreads = subjects.filter(({ subject }) => sceneOf(subject).kind === 'spreading');

test.each(spreads)('the drawing of $title counts as the brick does', ({ brick, example, subject }) => {
  const { params } = subject;
  const up = brick.drawing === 'enlarging';
  const windows = up
    ? numbersOf(params, 'size').map((size) => ({ size, stride: size, dilation: 1 }))
    : spreadWindows(params);
  const axes = windows.map((window, axis) =>
    spreadAxis(example.in[0]![axis]!, window, textOf(params, 'padding', 'valid')),
  );
  expect(axes.map(({ outputs }) => outputs)).toEqual(example.out.slice(0, windows.length));
  for (const { cells, outputs, painted } of axes) {
    expect(painted(0)[0]).toBe(0);
    expect(painted(cells - 1).at(-1)).toBeLessThan(outputs);
  }
});

test('layers that move values move as many as come out', () => {
  const moved = subjects.flatMap(({ subject }) => {
    const scene = sceneOf(subject);
    return scene.kind === 'cells' ? [scene.moves] : [];
  });
  expect(moved.length).toBeGreaterThan(3);
  for (const { from, to, source } of moved) {
    expect(source).toHaveLength(to.reduce((all, size) => all * size, 1));
    const values = source.filter((index) => index !== null);
    expect(Math.max(...values)).toBeLessThan(from.reduce((all, size) => all * size, 1));
  }
});

test('a window larger than the drawing is drawn smaller', () => {
  expect(drawnWindow({ size: 3, stride: 1, dilation: 2 })).toEqual({ size: 3, stride: 1, dilation: 2 });
  expect(drawnWindow({ size: 56, stride: 56, dilation: 1 }).size).toBe(14);
});

test.each([
  ['max', [0, 1], [0, 1], 6],
  ['average', [0, 1], [0, 1], 3],
  ['average', [-1, 0], [0, 1], 3.5],
] as const)('%s over rows %o and columns %o is %d', (reduce, rows, columns, value) =>
  expect(pooled(reduce, rows, columns, { rows: 3, columns: 3 })).toBe(value),
);
