import { describe, expect, test } from 'vitest';
import { library, templates } from '../../templates/index';
import type { Document, Edit } from '../document/document';
import { setTraining, setTitle } from '../document/edits/project';
import { templateDocument } from '../layout/templateDocument';
import { type Lock, lockNames, lockOf } from './locks';
import { createEditor } from './store';

const digits = templateDocument(templates[0]!, {}, library);
const node =
  (change: Partial<Document['nodes'][string]>): Edit =>
  (document) => ({
    ...document,
    nodes: { ...document.nodes, conv2d: { ...document.nodes['conv2d']!, ...change } },
  });

describe('a lock of the link', () => {
  test.each<[string, Edit, readonly Lock[]]>([
    ['moving a brick', node({ at: [900, 900] }), []],
    ['a parameter', node({ params: { ...digits.nodes['conv2d']!.params, filters: 9 } }), ['model']],
    ['freezing', node({ trainable: false }), ['model']],
    ['a wire less', (document) => ({ ...document, edges: document.edges.slice(1) }), ['model']],
    ['epochs', setTraining({ epochs: 99 }), ['settings']],
    ['the title', setTitle('Lesson 3'), []],
    ['nothing', (document) => document, []],
  ])('%s', (_, edit, by) => {
    expect(lockNames.map((lock) => lockOf([lock], digits, edit(digits)))).toEqual(
      lockNames.map((lock) => (by.includes(lock) ? lock : null)),
    );
    expect(lockOf([], digits, edit(digits))).toBeNull();
  });

  test('an edit that is locked changes nothing and says why; others are made', () => {
    const refused: unknown[] = [];
    const editor = createEditor(digits, library, { refused: (why) => refused.push(why), locks: () => ['model'] });
    expect(editor.edit(node({ trainable: false }))).toBe(false);
    expect(editor.store.getState().document).toBe(digits);
    expect(refused).toEqual([{ code: 'locked', data: { lock: 'model' } }]);
    expect(editor.edit(setTraining({ epochs: 99 }))).toBe(true);
    expect(editor.store.getState().document.training.epochs).toBe(99);
  });
});
