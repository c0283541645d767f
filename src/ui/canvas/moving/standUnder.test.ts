import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../../templates/index';
import { compile } from '../../../compile/compile';
import { addBrick } from '../../../document/edits';
import { templateDocument } from '../../../layout/templateDocument';
import { towersOf } from '../../../layout/towers';
import { standUnder } from './standUnder';

const digits = templateDocument(
  templates.find(({ id }) => id === 'digits')!,
  {},
  library,
);
const withNew = (type: string) => addBrick(library, { type, name: 'new', at: [900, 900] })(digits);

describe('a brick under a tower', () => {
  test('takes over what came in', () => {
    const before = withNew('zeroPadding2d');
    const after = standUnder(library, 'new', 'conv2d')(before);
    const towers = towersOf(after, library);
    expect(towers.towers.find(({ items }) => items.includes('conv2d'))!.items.slice(0, 2)).toEqual(['new', 'conv2d']);
    expect(after.edges).toContainEqual({ from: 'digit', to: 'new', port: 0 });
    expect(compile(after, library).issues).toEqual([]);
    expect(towers.items.get('new')).toMatchObject({
      x: digits.nodes['conv2d']!.at[0],
      y: digits.nodes['conv2d']!.at[1],
    });
  });

  test('an input goes under a tower that has none', () => {
    const before = { ...withNew('inputImage'), edges: digits.edges.filter(({ from }) => from !== 'digit') };
    const after = standUnder(library, 'new', 'conv2d')(before);
    expect(after.edges).toContainEqual({ from: 'new', to: 'conv2d', port: 0 });
  });

  test.each([
    ['an input over an input', 'inputImage', 'conv2d'],
    ['anything under an input', 'dropout', 'digit'],
    ['itself', 'dropout', 'new'],
    ['nothing', 'dropout', 'gone'],
  ])('%s changes nothing', (_, type, tower) => {
    const before = withNew(type);
    expect(standUnder(library, 'new', tower)(before)).toBe(before);
  });
});
