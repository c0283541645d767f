import { beforeEach, describe, expect, test } from 'vitest';
import { brickList } from '../../../../bricks/index';
import { templates } from '../../../../templates/index';
import { provideCanvasActions, providePageActions } from '../../../editor/commands/canvasActions';
import { page, stillCanvas, stillPage } from '../../../editor/testPage';
import { exporters } from '../../../exporters';
import { commandSynonyms } from '../../../i18n/commandSynonyms';
import { commandTexts } from '../../../i18n/commands';
import { entriesOf } from '../../palette/entries';
import { type Found, searchEverything } from './searchEverything';

const { commands } = page('lenet5');
const searched = {
  commands: commands.filter(({ keyOnly, id }) => !keyOnly && id !== 'commands'),
  templates,
  bricks: brickList.flatMap(entriesOf),
};
const idOf = (found: Found | undefined) =>
  found === undefined
    ? 'nothing'
    : `${found.kind} ${found.kind === 'command' ? found.command.id : found.kind === 'brick' ? found.entry.id : found.template.id}`;

beforeEach(() => {
  provideCanvasActions(stillCanvas);
  providePageActions(stillPage);
});

describe.each(['en', 'ko'] as const)('on a page in %s', (language) => {
  const first = (text: string) => idOf(searchEverything(searched, text, language)[0]);

  test.each(searched.commands.map(({ id }) => id))('%s is what its names mean', (id) => {
    const names = Object.values(commandTexts[id]);
    expect(names.map(first)).toEqual(names.map(() => `command ${id}`));
  });

  const synonyms = Object.entries(commandSynonyms).filter(([id]) => searched.commands.some((one) => one.id === id));
  test.each(synonyms)('%s is what its other names mean', (id, words = []) => {
    const taken = words.filter((word) => !first(word).startsWith('command '));
    // A brick, or a template, of that very name comes first.
    expect(words.map(first).filter((found) => found.startsWith('command '))).toEqual(
      words.filter((word) => !taken.includes(word)).map(() => `command ${id}`),
    );
    expect(taken.map((word) => searchEverything(searched, word, language).map(idOf).includes(`command ${id}`))).toEqual(
      taken.map(() => true),
    );
  });

  test.each(exporters)("$id is the export to it by the target's name", (target) => {
    const [found] = searchEverything(searched, target.name.toLowerCase(), language);
    expect(found).toMatchObject({ kind: 'command', command: { id: 'exportModel' }, target });
  });

  test.each(brickList.map((brick) => [brick.type, brick] as const))('%s is found by its name', (type, brick) => {
    const found = first(brick.docs[language].name);
    const meant = [
      `brick ${type}`,
      ...brickList
        .filter((other) => other.docs[language].name === brick.docs[language].name)
        .map((other) => `brick ${other.type}`),
    ];
    expect(meant).toContain(found);
  });

  test.each(templates.map((template) => [template.id, template] as const))(
    '%s is found by its name',
    (id, { title }) => {
      const named = searchEverything(searched, title, language).map(idOf);
      expect(named.slice(0, 2)).toContain(`template ${id}`);
    },
  );
});

test.each([
  ['vgg16', 'template vgg16'],
  ['dropout', 'brick dropout'],
  ['add', 'brick add'],
  ['export', 'command exportModel'],
  ['pytorc', 'command exportModel'],
  ['save', 'command saveFile'],
  ['code', 'command code'],
])('%s → %s', (typed, meant) => expect(idOf(searchEverything(searched, typed, 'en')[0])).toBe(meant));

test('an export that names no target keeps the one that was looked at last', () =>
  expect(searchEverything(searched, 'export', 'en')[0]).toMatchObject({ kind: 'command', target: null }));
