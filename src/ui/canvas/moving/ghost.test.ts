import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../../templates/index';
import { newBrick } from '../../../editor/building/placeBrick';
import { createEditor } from '../../../editor/store';
import { templateDocument } from '../../../layout/templateDocument';
import type { Drop } from '../canvasStore';
import { dropEdit } from './dropEdit';
import { ghostOf } from './ghost';

const start = () => {
  const template = templates.find(({ id }) => id === 'digits')!;
  return createEditor(templateDocument(template, {}, library), library);
};

/** The ghost over a drop, and how the brick stands once it was let go. */
function held(type: string, drop: Drop) {
  const editor = start();
  const before = editor.store.getState();
  const brick = newBrick(before.document, library, type, null);
  const edit = dropEdit(brick, drop, [5, 5], before.towers, library);
  const ghost = ghostOf(edit, brick.name, before, library);
  editor.edit(edit);
  const { towers, plan } = editor.store.getState();
  return { ghost, item: towers.items.get(brick.name)!, shape: plan.shapes[brick.name] ?? null, before };
}

describe('a brick that is held over the canvas', () => {
  test.each([
    ['dropout', { kind: 'tower', on: 'flatten' }],
    ['zeroPadding2d', { kind: 'under', tower: 'conv2d' }],
  ] satisfies readonly [string, Drop][])(
    '%s is seen where it then stands, with the shape that it then has',
    (type, drop) => {
      const { ghost, item, shape } = held(type, drop);
      expect(ghost!.item).toEqual(item);
      expect(ghost!.view.shape).toEqual(shape);
    },
  );

  test('what will not fit is said before it is let go: the first error that is not there yet', () => {
    expect(held('dropout', { kind: 'tower', on: 'flatten' }).ghost!.issue).toBeNull();
    expect(held('conv2d', { kind: 'tower', on: 'flatten' }).ghost!.issue).toMatchObject({ where: 'conv2d_2' });
    expect(held('flatten', { kind: 'tower', on: 'conv2d' }).ghost!.issue).toMatchObject({ severity: 'error' });
  });

  test.each([
    ['inputImage', { kind: 'under', tower: 'conv2d' }],
    ['flatten', { kind: 'free' }],
  ] satisfies readonly [string, Drop][])('%s that would stand alone is not shown on a tower', (type, drop) => {
    expect(held(type, drop).ghost).toBeNull();
  });

  test('nothing is changed by looking', () => {
    const { before } = held('dropout', { kind: 'tower', on: 'flatten' });
    expect(before.document.nodes['dropout']).toBeUndefined();
  });
});
