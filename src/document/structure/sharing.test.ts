import { describe, expect, test } from 'vitest';
import { documentOf } from '../../../e2e/documents/documentOf';
import { library } from '../../../templates/index';
import { placesOf } from '../edits/testDocuments';
import { calledAgain, withOwnWeights } from '../edits/shared';
import { addBrick, copy, duplicate, paste, remove, rename, setParam, setTrainable } from '../edits';
import type { Document, Edit } from '../document';
import { parse } from '../reading/parse';
import { serialize } from '../reading/serialize';
import { sharingKept, usesOf } from './sharing';

const twins = documentOf(
  {
    left: ['inputVector', { shape: [4] }],
    right: ['inputVector', { shape: [4] }],
    encoder: ['dense', { units: 3 }],
    again: ['dense', { units: 3 }, { sharesWith: 'encoder' }],
    third: ['dense', { units: 3 }, { sharesWith: 'encoder' }],
  },
  ['left>encoder', 'right>again', 'again>third'],
);
const uses = ({ nodes }: Document) =>
  Object.fromEntries(
    Object.entries(nodes).flatMap(([name, { sharesWith }]) => (sharesWith ? [[name, sharesWith]] : [])),
  );
const after = (edit: Edit, document = twins) => sharingKept(document, edit(document));
const places = placesOf(twins);

describe('an edit of one use', () => {
  test.each(['encoder', 'again', 'third'])('of %s: a setting is set at all of them', (name) => {
    const { nodes } = after(setParam(name, 'units', 7));
    expect(['encoder', 'again', 'third'].map((each) => nodes[each]!.params['units'])).toEqual([7, 7, 7]);
  });

  test.each(['encoder', 'third'])('of %s: freezing freezes the layer', (name) => {
    const { nodes } = after(setTrainable([name], false));
    expect(['encoder', 'again', 'third'].map((each) => nodes[each]!.trainable)).toEqual([false, false, false]);
  });

  test('a new name of the first is known to the others, and undone by the document before', () => {
    expect(uses(after(rename('encoder', 'tower')))).toEqual({ again: 'tower', third: 'tower' });
    expect(uses(twins)).toEqual({ again: 'encoder', third: 'encoder' });
  });

  test('without the first the next is the first', () => {
    expect(uses(after(remove(['encoder'], places)))).toEqual({ third: 'again' });
    expect(uses(after(remove(['encoder', 'again'], places)))).toEqual({});
  });

  test.each<[string, object]>([
    ['third', { again: 'encoder' }],
    ['encoder', { third: 'again' }],
  ])('%s gets weights of its own', (name, left) => {
    expect(uses(after(withOwnWeights([name])))).toEqual(left);
  });

  test('a layer is called once more', () => {
    const { edit, items } = calledAgain(twins, 'third', [10, 10], places)!;
    expect(uses(after(edit))).toEqual({ again: 'encoder', third: 'encoder', [items[0]!]: 'encoder' });
  });

  test('what shares nothing stays the very same document', () => {
    const other = after(addBrick(library, { type: 'relu' }));
    expect(Object.values(other.nodes).slice(0, 5)).toEqual(Object.values(twins.nodes));
  });
});

describe('copies', () => {
  test('share among themselves, with the first of them', () => {
    const edit = duplicate(twins, ['again', 'third'], [9, 9], places)!.edit;
    const made = uses(after(edit));
    expect(made).toMatchObject({ again: 'encoder', third: 'encoder' });
    expect(Object.keys(made)).toHaveLength(3);
    const [copied] = Object.entries(made).find(([name]) => !['again', 'third'].includes(name))!;
    expect(Object.keys(twins.nodes)).not.toContain(made[copied]);
  });

  test('of one use alone have weights of their own', () => {
    const text = copy(twins, ['third'], places)!;
    expect(uses(after(paste(twins, text, [9, 9])!.edit))).toEqual(uses(twins));
  });
});

describe('in a file', () => {
  test('uses are kept', () => {
    expect(parse(serialize(twins))).toEqual({ ok: true, value: twins });
    expect(usesOf(twins, 'third')).toEqual(['encoder', 'again', 'third']);
  });

  test.each<[string, Record<string, string>, object]>([
    ['a first that is not there', { again: 'gone' }, { third: 'encoder' }],
    ['a chain', { third: 'again' }, { again: 'encoder', third: 'encoder' }],
    ['a circle', { encoder: 'third' }, {}],
    ['itself', { again: 'again' }, { third: 'encoder' }],
  ])('%s is put in order', (_, changed, wanted) => {
    const nodes = Object.entries(twins.nodes).map(([name, node]) =>
      changed[name] === undefined ? [name, node] : [name, { ...node, sharesWith: changed[name] }],
    );
    const read = parse(serialize({ ...twins, nodes: Object.fromEntries(nodes) as Document['nodes'] }));
    expect(read.ok && uses(read.value)).toEqual(wanted);
  });

  test('other settings at a use are those of the first', () => {
    const nodes = { ...twins.nodes, again: { ...twins.nodes['again']!, params: { units: 9 } } };
    const read = parse(serialize({ ...twins, nodes }));
    expect(read.ok && read.value.nodes['again']!.params['units']).toBe(3);
  });
});
