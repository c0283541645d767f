import { describe, expect, test } from 'vitest';
import { compile } from '../../compile/compile';
import { towersOf } from '../../layout/towers';
import { emptyDocument } from '../document';
import {
  addBrick,
  nameFor,
  nameTrouble,
  remove,
  rename,
  setBypassed,
  setParam,
  setTrainable,
  trainableState,
} from './bricks';
import { changeNodes, grounded } from './change';
import { after, brokenRules, edgesText, example, foldedExample, library, placesOf, towersText } from './testDocuments';

const digits = example('digits');
const vgg = foldedExample('vgg16');

describe('adding', () => {
  test('names as Keras does, and a backbone by its architecture', () => {
    expect(nameFor(digits, library, { type: 'conv2d' })).toBe('conv2d_2');
    expect(nameFor(digits, library, { type: 'pretrainedBackbone' })).toBe('vgg16');
  });

  test('alone, with all parameters', () => {
    const added = addBrick(library, { type: 'dense', at: [5, 6] })(emptyDocument(''));
    expect(added.nodes['dense']).toMatchObject({
      type: 'dense',
      at: [5, 6],
      trainable: true,
      params: { units: expect.any(Number) },
    });
    expect(added.nodes['dense']).not.toHaveProperty('stacked');
  });

  test('a brick inside a new brick is saved with all its parameters too', () => {
    const { nodes } = addBrick(library, { type: 'bidirectional' })(emptyDocument(''));
    const inner = nodes['bidirectional']!.params['layer'] as { params: object };
    expect(Object.keys(inner.params)).toEqual(Object.keys(library.bricks['lstm']!.params));
  });

  test('a brick that the library lacks stays inside as it was given', () => {
    const layer = { type: 'alien', params: { legs: 3 } };
    const { nodes } = addBrick(library, { type: 'timeDistributed', params: { layer } })(emptyDocument(''));
    expect(nodes['time_distributed']!.params['layer']).toEqual(layer);
  });

  test('on the top of a tower', () => {
    const added = addBrick(library, { type: 'dropout', on: 'predictions' })(digits);
    expect(towersText(added)[1]).toMatch(/predictions dropout$/);
    expect(compile(added, library).issues).toEqual([]);
  });

  test('between two bricks of a tower, pushing the upper ones up', () => {
    const added = addBrick(library, { type: 'dropout', on: 'flatten' })(digits);
    expect(towersText(added)[1]).toMatch(/flatten dropout predictions$/);
    expect(edgesText(added)).toContain('dropout→predictions');
  });

  test('on a folded block: the wires of the block follow it, and it is outside', () => {
    const added = addBrick(library, { type: 'dropout', on: 'block1' })(vgg);
    expect(towersText(added)).toContain('block1 dropout');
    expect(edgesText(added)).toEqual(expect.arrayContaining(['block1_pool→dropout', 'dropout→block2_conv1']));
    expect(added.blocks['block1']!.nodes).not.toContain('dropout');
  });

  test('in the block of the brick it stands on', () => {
    expect(addBrick(library, { type: 'dropout', on: 'fc1' })(vgg).blocks['top']!.nodes).toContain('dropout');
  });

  test.each([
    ['an input brick stands alone', { type: 'inputImage', on: 'predictions' }, true],
    ['an unknown type changes nothing', { type: 'quantum' }, false],
    ['a taken name changes nothing', { type: 'dense', name: 'flatten' }, false],
    ['a forbidden name changes nothing', { type: 'dense', name: '__proto__' }, false],
  ] as const)('%s', (_, brick, adds) => {
    const added = addBrick(library, brick)(digits);
    expect(added !== digits).toBe(adds);
    expect(added.edges).toEqual(digits.edges);
  });
});

describe('removing', () => {
  test('two bricks between the same ends leave one wire', () => {
    const between = (name: string) => [
      { from: 'conv2d', to: name, port: 0 },
      { from: name, to: 'flatten', port: 0 },
    ];
    const { nodes, edges } = digits;
    const twin = { ...nodes['max_pooling2d']!, stacked: false };
    const doubled = {
      ...digits,
      nodes: { ...nodes, a: twin, b: twin },
      edges: [...edges.filter(({ to }) => to !== 'flatten'), ...between('a'), ...between('b')],
    };
    const less = remove(['a', 'b'], placesOf(doubled))(doubled);
    expect(less.edges.filter(({ to }) => to === 'flatten')).toEqual([{ from: 'conv2d', to: 'flatten', port: 0 }]);
  });

  test('closes the gap in a tower', () => {
    const less = remove(['max_pooling2d'], placesOf(digits))(digits);
    expect(towersText(less)[1]).toMatch(/^conv2d conv2d_1/);
    expect(compile(less, library).issues).toEqual([]);
  });

  test('of a tower’s lowest brick sets the next one down in its place', () => {
    const less = remove(['conv2d'], placesOf(digits))(digits);
    expect(less.nodes['max_pooling2d']).toMatchObject({ at: digits.nodes['conv2d']!.at });
    expect(edgesText(less)).toContain('digit→max_pooling2d');
  });

  test('of a whole folded block joins its neighbours', () => {
    const less = remove(['block3'], placesOf(vgg))(vgg);
    expect(less.blocks).not.toHaveProperty('block3');
    expect(edgesText(less)).toContain('block2_pool→block4_conv1');
    expect(brokenRules(less)).toEqual([]);
  });

  test('of a merge closes the gap with what it stood on, or else with its first input', () => {
    const residual = example('residual');
    const less = remove(['res1_add'], towersOf(residual, library))(residual);
    expect(edgesText(less)).toContain('res1_conv2→res1_out');
    expect(towersOf(less, library).items.get('res1_out')).toMatchObject({ tower: 'res1_conv1', level: 2 });
    const flat = changeNodes(residual, ['res1_add'], (node) => grounded(node, [500, 500]));
    expect(edgesText(remove(['res1_add'], towersOf(flat, library))(flat))).toContain('stem_pool→res1_out');
  });

  test('of everything leaves nothing', () => {
    const none = remove(Object.keys(vgg.nodes), placesOf(vgg))(vgg);
    expect([none.nodes, none.edges, none.blocks]).toEqual([{}, [], {}]);
  });

  test('of what is not there changes nothing', () => {
    expect(remove(['gone'], placesOf(vgg))(vgg)).toBe(vgg);
  });
});

describe('renaming', () => {
  test('a brick, everywhere and in its place', () => {
    const renamed = rename('block1_conv1', 'first "conv"')(vgg);
    expect(Object.keys(renamed.nodes)[1]).toBe('first "conv"');
    expect(edgesText(renamed)).toEqual(
      expect.arrayContaining(['input_layer→first "conv"', 'first "conv"→block1_conv2']),
    );
    expect(renamed.blocks['block1']!.nodes[0]).toBe('first "conv"');
    expect(compile(renamed, library).totals).toEqual(compile(vgg, library).totals);
  });

  test('a block', () => {
    expect(Object.keys(rename('block2', 'second')(vgg).blocks)[1]).toBe('second');
  });

  test.each([
    ['block1', 'nameTaken'],
    ['fc1', 'nameTaken'],
    ['', 'nameEmpty'],
    ['toString', 'nameForbidden'],
    ['x'.repeat(10_001), 'nameTooLong'],
  ] as const)('refuses %s', (name, problem) => {
    expect(rename('fc2', name)(vgg)).toBe(vgg);
    expect(nameTrouble(vgg, 'fc2', name)).toBe(problem);
  });

  test('to its own name is no problem and changes nothing', () => {
    expect(nameTrouble(vgg, 'fc2', 'fc2')).toBeNull();
    expect(rename('fc2', 'fc2')(vgg)).toBe(vgg);
  });
});

describe('parameters and states', () => {
  test.each([NaN, Infinity, -Infinity])('%s stays visible and the document valid', (value) => {
    const broken = setParam('conv2d', 'filters', value)(digits);
    expect(broken.nodes['conv2d']!.params['filters']).toBe(String(value));
    expect(brokenRules(broken)).toEqual([]);
  });

  test.each([
    [setParam('conv2d', 'padding', digits.nodes['conv2d']!.params['padding']!)],
    [setParam('conv2d', '__proto__', 1)],
    [setTrainable(['conv2d'], true)],
    [setBypassed(['conv2d'], false)],
  ])('no change, no new document', (edit) => {
    expect(edit(digits)).toBe(digits);
  });

  test('a block is frozen as a whole, and its state has three values', () => {
    const one = setTrainable(['block1_conv1'], false)(vgg);
    const all = setTrainable(['block1'], false)(vgg);
    expect([vgg, one, all].map((document) => trainableState(document, ['block1']))).toEqual([
      'trainable',
      'mixed',
      'frozen',
    ]);
    expect(compile(all, library).totals.nonTrainable).toBe(1_792 + 36_928);
  });

  test('bypassing and back is where it began', () => {
    const there = after(
      digits,
      () => setBypassed(['conv2d'], true),
      () => setBypassed(['conv2d'], false),
    );
    expect(there).toEqual(digits);
  });
});

test('a new name leaves the wires of all others as they are', () => {
  const renamed = rename('flatten', 'flat')(digits);
  const others = digits.edges.filter(({ from, to }) => from !== 'flatten' && to !== 'flatten');
  expect(others.length).toBeGreaterThan(2);
  expect(others.every((edge) => renamed.edges.includes(edge))).toBe(true);
});
