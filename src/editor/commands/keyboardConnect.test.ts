import { expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { addBrick } from '../../document/edits';
import { templateDocument } from '../../layout/templateDocument';
import { towersOf } from '../../layout/towers';
import { stepTarget, targetsFrom } from './keyboardConnect';

test('targets are the ones that take the wire, the nearest onwards first', () => {
  const residual = templateDocument(
    templates.find(({ id }) => id === 'residual')!,
    {},
    library,
  );
  const with2 = addBrick(library, { type: 'flatten', at: [700, 40] })(
    addBrick(library, { type: 'conv2d', at: [2000, 0] })(residual),
  );
  const targets = targetsFrom(with2, library, compile(with2, library), towersOf(with2, library), 'res1_out');
  expect(targets.slice(0, 2)).toEqual(['flatten', 'conv2d']);
  expect(targets).not.toContain('stem');
  expect(targets).not.toContain('res1_out');
});

test.each([
  [null, 1, 'a'],
  [null, -1, 'c'],
  ['a', 1, 'b'],
  ['c', 1, 'a'],
  ['a', -1, 'c'],
  ['gone', 1, 'a'],
] as const)('from %s by %i to %s', (present, by, next) => {
  expect(stepTarget(['a', 'b', 'c'], present, by)).toBe(next);
  expect(stepTarget([], present, by)).toBeNull();
});
