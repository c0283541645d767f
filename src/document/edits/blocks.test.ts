import { describe, expect, test } from 'vitest';
import { documentOf } from '../../../e2e/documents/documentOf';
import { compile } from '../../compile/compile';
import { towersOf } from '../../layout/towers';
import { bricksOf } from '../items';
import { blocksOf, group, setColor, setFolded, ungroup } from './blocks';
import { copy, duplicate, paste } from './clipboard';
import { setTitle, setTraining } from './project';
import { after, brokenRules, edgesText, example, foldedExample, library, placesOf, towersText } from './testDocuments';

const vgg = foldedExample('vgg16');
const lenet = example('lenet5');

describe('blocks', () => {
  test('of bricks, and back', () => {
    const grouped = group(['c1', 's2'], 'first', 'blue')(lenet);
    expect(grouped.blocks['first']).toEqual({ nodes: ['c1', 's2'], folded: false, color: 'blue' });
    expect(towersText(grouped)).toEqual(towersText(lenet));
    expect(ungroup(['first'], placesOf(grouped))(grouped)).toEqual(lenet);
  });

  test('of blocks are nested', () => {
    const grouped = group(['block1', 'block2', 'input_layer'], 'early')(vgg);
    expect(grouped.blocks['early']!.nodes).toEqual(['input_layer']);
    expect(grouped.blocks['block1']!.parent).toBe('early');
    expect(bricksOf(grouped, ['early'])).toHaveLength(7);
    const folded = setFolded(['early'], true, placesOf(grouped))(grouped);
    expect(towersOf(folded, library).items.get('early')!.nodes).toHaveLength(7);
    expect(compile(folded, library).totals).toEqual(compile(vgg, library).totals);
    const flat = ungroup(['early'], placesOf(folded))(folded);
    expect(flat.blocks['block1']).not.toHaveProperty('parent');
  });

  test('inside a block', () => {
    const grouped = group(['fc1', 'fc2'], 'hidden')(vgg);
    expect(grouped.blocks['hidden']).toMatchObject({ nodes: ['fc1', 'fc2'], parent: 'top' });
    expect(grouped.blocks['top']!.nodes).toEqual(['flatten', 'predictions']);
    const back = ungroup(['hidden'], placesOf(grouped))(grouped);
    expect(new Set(back.blocks['top']!.nodes)).toEqual(new Set(vgg.blocks['top']!.nodes));
  });

  test('of three nested ones the middle goes, and the inner one belongs to the outer', () => {
    const nested = group(['middle', 'input_layer'], 'outer')(group(['block1', 'block2'], 'middle')(vgg));
    const flat = ungroup(['middle'], placesOf(nested))(nested);
    expect([flat.blocks['block1']!.parent, flat.blocks['block2']!.parent]).toEqual(['outer', 'outer']);
    expect(flat.blocks['block3']).toEqual(vgg.blocks['block3']);
  });

  test('folding in the middle of a tower keeps the tower', () => {
    const folded = after(
      lenet,
      () => group(['c3', 's4'], 'mid'),
      (places) => setFolded(['mid'], true, places),
    );
    expect(towersText(folded)[1]).toBe('c1 s2 mid flatten c5 f6 output');
    expect(setFolded(['mid'], false, placesOf(folded))(folded)).toEqual(group(['c3', 's4'], 'mid')(lenet));
  });

  test.each([
    ['nothing', group([], 'x')],
    ['a name that is taken', group(['fc1'], 'block1')],
    ['what is no block', ungroup(['fc1'], { items: new Map() })],
    ['as it is', setFolded(['block1'], true, { items: new Map() })],
    ['to its own colour', setColor(['block1'], 'none')],
  ])('%s changes nothing', (_, edit) => {
    expect(edit(vgg)).toBe(vgg);
  });

  test('the blocks behind a selection', () => {
    expect(blocksOf(vgg, ['fc1', 'fc2', 'block3', 'input_layer'])).toEqual(['top', 'block3']);
  });
});

describe('clipboard', () => {
  test('copies keep their wires, blocks and towers, under new names', () => {
    const text = copy(vgg, ['block1', 'block2'], placesOf(vgg))!;
    const pasted = paste(vgg, text, [30, 40])!;
    const twice = pasted.edit(vgg);
    expect(pasted.items).toEqual(['block1_1', 'block2_1']);
    expect(edgesText(twice)).toEqual(
      expect.arrayContaining(['block1_conv1_1→block1_conv2_1', 'block1_pool_1→block2_conv1_1']),
    );
    expect(twice.edges).toHaveLength(vgg.edges.length + 5);
    const [x, y] = vgg.nodes['block1_conv1']!.at;
    expect(towersOf(twice, library).items.get('block1_1')).toMatchObject({ x: x + 30, y: y + 40 });
    expect(brokenRules(twice)).toEqual([]);
  });

  test('a copy from the middle of a tower stands where it was', () => {
    const places = towersOf(lenet, library);
    const copied = duplicate(lenet, ['s2', 'c3'], [200, 0], places)!;
    const twice = copied.edit(lenet);
    const { x, y } = places.items.get('s2')!;
    expect(towersText(twice)).toContain('s2_1 c3_1');
    expect(twice.nodes['s2_1']!.at).toEqual([x + 200, y]);
  });

  test('Keras’s own names are numbered on', () => {
    const digits = example('digits');
    expect(duplicate(digits, ['conv2d_1'], [0, 0], placesOf(digits))!.items).toEqual(['conv2d_2']);
  });

  test.each([
    ['conv2d_41', 'conv2d', 'conv2d'],
    ['conv2d_3_4', 'conv2d', 'conv2d_3_4_1'],
    ['max_3_pooling2d', 'maxPooling2d', 'max_3_pooling2d_1'],
    ['conv2d_1', 'dense', 'conv2d_1_1'],
  ])('a copy of %s, a %s, is called %s', (name, type, copy) => {
    const one = documentOf({ [name]: [type] }, []);
    expect(duplicate(one, [name], [0, 0], placesOf(one))!.items).toEqual([copy]);
  });

  test('folding what is folded is no change', () => {
    const name = Object.keys(vgg.blocks)[0]!;
    const { folded } = vgg.blocks[name]!;
    expect(setFolded([name], folded, placesOf(vgg))(vgg)).toBe(vgg);
  });

  test.each([
    ['text', 'hello'],
    ['other JSON', '{"a":1}'],
    ['a document', JSON.stringify(vgg)],
    ['a broken brick', '{"format":"deepbrick-clipping","nodes":{"a":{}},"edges":[],"blocks":{}}'],
  ])('%s is not pasted', (_, text) => {
    expect(paste(vgg, text, [0, 0])).toBeNull();
  });

  test('a hostile clipping cannot break the document', () => {
    const block = { folded: true, color: 'none' };
    const brick = { type: 'dense', params: {}, trainable: true, stacked: true, at: [0, 0] };
    const text = JSON.stringify({
      format: 'deepbrick-clipping',
      nodes: { a: brick, b: brick },
      edges: [
        { from: 'a', to: 'gone', port: 0 },
        { from: 'a', to: 'b', port: 0 },
      ],
      blocks: { x: { ...block, nodes: ['a', 'gone'], parent: 'y' }, y: { ...block, nodes: ['a', 'b'], parent: 'x' } },
    });
    const pasted = paste(vgg, text, [0, 0])!.edit(vgg);
    expect(brokenRules(pasted)).toEqual([]);
    expect(pasted.edges).toHaveLength(vgg.edges.length + 1);
  });

  test('nothing selected, nothing copied', () => {
    expect(copy(vgg, [], placesOf(vgg))).toBeNull();
  });
});

test('title and training', () => {
  expect(setTitle('x'.repeat(10_400))(vgg).title).toHaveLength(10_000);
  expect(setTitle(vgg.title)(vgg)).toBe(vgg);
  expect(setTraining({ epochs: 7 })(vgg).training).toEqual({ ...vgg.training, epochs: 7 });
  expect(setTraining({ epochs: vgg.training.epochs })(vgg)).toBe(vgg);
});
