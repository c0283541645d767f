import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { emptyDocument } from '../../document/document';
import { createEditor } from '../store';
import { templateDocument } from '../../layout/templateDocument';
import { appendBrick, placeBrick } from './placeBrick';

const digits = () =>
  createEditor(
    templateDocument(
      templates.find(({ id }) => id === 'digits')!,
      {},
      library,
    ),
    library,
  );
const state = (editor: ReturnType<typeof digits>) => editor.store.getState();

describe('a click in the palette', () => {
  test('builds a model from nothing, one brick after the other', () => {
    const editor = createEditor(emptyDocument('new'), library);
    for (const type of ['inputImage', 'conv2d', 'maxPooling2d', 'flatten', 'dense']) appendBrick(editor, type);
    const { plan, towers, selection, history } = state(editor);
    expect(plan.issues).toEqual([]);
    expect(plan.steps.map(({ type }) => type)).toEqual(['inputImage', 'conv2d', 'maxPooling2d', 'flatten', 'dense']);
    expect(towers.towers).toHaveLength(1);
    expect(selection.items).toEqual(['dense']);
    expect(history.past).toHaveLength(5);
  });

  test('puts the brick on the selected one and pushes the rest up', () => {
    const editor = digits();
    editor.select(['conv2d']);
    const name = appendBrick(editor, 'batchNormalization');
    const tower = state(editor).towers.towers.find(({ items }) => items.includes('conv2d'))!.items;
    expect(tower.slice(0, 3)).toEqual(['conv2d', name, 'max_pooling2d']);
    expect(state(editor).plan.issues).toEqual([]);
  });

  test('gives an input a place of its own', () => {
    const editor = digits();
    const name = appendBrick(editor, 'inputVector');
    expect(state(editor).towers.items.get(name)!.level).toBe(0);
  });
});

test('out of a wire into the void: wired, standing where it was dropped', () => {
  const editor = digits();
  const name = placeBrick(editor, 'dropout', { from: 'max_pooling2d', at: [700, 300] });
  const { document, towers } = state(editor);
  expect(document.edges).toContainEqual({ from: 'max_pooling2d', to: name, port: 0 });
  expect(towers.items.get(name)).toMatchObject({ x: 700, y: 300, level: 0 });
  expect(state(editor).history.past).toHaveLength(1);
});
