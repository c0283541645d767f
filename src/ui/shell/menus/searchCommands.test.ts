import { beforeEach, describe, expect, test } from 'vitest';
import { provideCanvasActions, providePageActions } from '../../../editor/commands/canvasActions';
import { page, stillCanvas, stillPage } from '../../../editor/testPage';
import { commandTexts } from '../../../i18n/commands';
import { searchCommands } from './searchCommands';

let here = page('lenet5');
const listed = () => here.commands.filter(({ keyOnly, id }) => !keyOnly && id !== 'commands');
const found = (search: string, language: 'en' | 'ko' = 'en') =>
  searchCommands(listed(), search, language).map(({ command }) => command.id);

beforeEach(() => {
  here = page('lenet5');
  provideCanvasActions(stillCanvas);
  providePageActions(stillPage);
});

const situations: Readonly<Record<string, () => void>> = {
  'nothing is selected': () => here.editor.select([]),
  'a brick is selected': () => here.editor.select(['c3']),
  'all bricks are selected': () => here.editor.select([...here.editor.store.getState().towers.items.keys()]),
};

describe.each(Object.keys(situations))('while %s', (situation) => {
  test.each(['en', 'ko'] as const)("every command's own name means it, on a page in %s", (language) => {
    situations[situation]!();
    for (const { id } of listed()) {
      for (const text of Object.values(commandTexts[id])) {
        const ways = [text, text.toUpperCase(), ` ${text.replace('…', '')} `, text.replaceAll(' ', '')];
        expect(ways.map((typed) => found(typed, language)[0])).toEqual(ways.map(() => id));
      }
    }
  });
});

test('no two commands have the same name', () => {
  const names = listed().flatMap(({ id }) => [...new Set(Object.values(commandTexts[id]))]);
  expect(names.filter((name, place) => names.indexOf(name) !== place)).toEqual([]);
});

test.each([
  ['whole name, then its beginning', 'train', ['train', 'training']],
  ['a word before a part of one', 'cut', ['cut', 'shortcuts']],
  ['beginnings of words', 'arr tow', ['arrangeTowers', 'arrangeSelectionTowers']],
  ['letters apart only where nothing else is', 'cde', ['code']],
  ['letters apart that begin in the middle of a word', 'mptg', []],
  ['what comes out of it', 'png', ['savePicture']],
  ['another Korean word for it', '되돌리기', ['undo']],
  ['the other language', '코드', ['code']],
  ['another word for it', 'download project', ['exportModel']],
  ['a part of a Korean name', '가중치로', ['startPublished', 'startRandom']],
  ['nothing', 'qqq', []],
  ['only blanks', '  ', []],
] as const)('%s: %s', (_, typed, ids) => {
  here.editor.select(['c3']);
  expect(found(typed).slice(0, ids.length === 0 ? 1 : ids.length)).toEqual(ids);
});

test('what cannot run keeps its place, and nothing runs in its stead', () => {
  here.editor.select([]);
  expect(searchCommands(listed(), 'connect', 'en')[0]).toMatchObject({ command: { id: 'connect' }, enabled: false });
  here.editor.select(['c3']);
  expect(searchCommands(listed(), 'connect', 'en')[0]).toMatchObject({ command: { id: 'connect' }, enabled: true });
});

test.each([
  ['케라스', 'keras'],
  ['케라스 스크립트', 'keras-script'],
  ['주피터', 'notebook'],
  ['colab', 'notebook'],
  ['파이토치', 'pytorch'],
  ['타입스크립트', 'typescript'],
  ['그래프비즈', 'dot'],
])('%s means the export to %s', (typed, id) => {
  for (const language of ['en', 'ko'] as const)
    expect(searchCommands(listed(), typed, language)[0]).toMatchObject({
      command: { id: 'exportModel' },
      target: { id },
    });
});
