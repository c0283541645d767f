import { describe, expect, test } from 'vitest';
import { chainOf } from '../../e2e/bench/chain';
import { library } from '../../templates/index';
import { mostNodes } from '../document/document';
import { duplicate, paste, copy } from '../document/edits';
import { parse } from '../document/reading/parse';
import { refusedEditText } from '../i18n/troubles/parseTrouble';
import { appendBrick } from './building/placeBrick';
import { type RefusedEdit, createEditor } from './store';

function editorWith(bricks: number) {
  const refused: RefusedEdit[] = [];
  const editor = createEditor(chainOf(bricks), library, { refused: (why) => refused.push(why) });
  return { editor, refused, state: () => editor.store.getState() };
}

describe('a document that is full', () => {
  test('takes no brick more, and says so', () => {
    const { editor, refused, state } = editorWith(mostNodes);
    const before = state().document;
    editor.select(['brick7']);
    appendBrick(editor, 'dense');
    expect(state().document).toBe(before);
    expect(state().selection.items).toEqual(['brick7']);
    expect(state().history.past).toEqual([]);
    expect(refused).toEqual([{ code: 'tooManyNodes', data: { count: mostNodes + 1, limit: mostNodes } }]);
    expect(refusedEditText(refused[0]!, 'en')).toMatch(/^Nothing was changed.* 5,001 bricks; at most 5,000/);
    expect(refusedEditText(refused[0]!, 'ko')).toMatch(/5,001개.*5,000개/);
  });

  test('can be made smaller, and opens again', () => {
    const { editor, refused, state } = editorWith(mostNodes + 100);
    editor.edit((document) => ({ ...document, title: 'renamed' }));
    expect(state().document.title).toBe('renamed');
    expect(refused).toEqual([]);
  });
});

test('half as many bricks are pasted beside themselves, each under a name of its own', () => {
  const { editor, state } = editorWith(mostNodes / 2);
  const all = [...state().towers.items.keys()];
  const pasting = paste(state().document, copy(state().document, all, state().towers)!, [32, 32])!;
  expect(editor.edit(pasting.edit)).toBe(true);
  expect(Object.keys(state().document.nodes)).toHaveLength(mostNodes);
  expect(parse(JSON.stringify(state().document))).toMatchObject({ ok: true });
  expect(editor.edit(duplicate(state().document, all, [32, 32], state().towers)!.edit)).toBe(false);
});
