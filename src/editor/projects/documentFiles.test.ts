import { expect, test } from 'vitest';
import { emptyDocument } from '../../document/document';
import { longestText } from '../../document/reading/parse';
import { fileTroubleText } from '../../i18n/troubles/fileTrouble';
import { browser } from '../testBrowser';
import { documentFile, openFile } from './documentFiles';

const started = async () => {
  const tab = browser().tab();
  await tab.projects.start(() => emptyDocument('First'));
  return tab;
};

test('a saved document opens again as a project of its own', async () => {
  const { projects, state, title } = await started();
  const before = state().current;
  const file = documentFile(emptyDocument('Mine / yours'));
  expect([file.name, file.type]).toEqual(['Mine yours.deepbrick.json', 'application/json']);
  expect(await openFile(file, projects)).toMatchObject({ ok: true, value: { title: 'Mine / yours' } });
  expect([title(), state().current === before, state().list.length]).toEqual(['Mine / yours', false, 2]);
});

const gone = Object.assign(new File(['{}'], 'gone.json'), { text: () => Promise.reject(new Error('NotFoundError')) });
const large = Object.defineProperty(new File([], 'film.mp4'), 'size', { value: longestText + 1 });
test.each([
  [new File(['hello'], 'hello.txt'), { code: 'notDocument', data: { code: 'notJson' } }, 'JSON'],
  [gone, { code: 'fileUnreadable', data: { name: 'gone.json' } }, '“gone.json”'],
  [large, { code: 'fileTooLarge', data: { name: 'film.mp4', size: longestText + 1 } }, '20.0 MB'],
])('%o is refused with the reason, and nothing changes', async (file, error, said) => {
  const { projects, title, state } = await started();
  const opened = await openFile(file, projects);
  expect(opened).toMatchObject({ ok: false, error });
  expect([title(), state().list.length]).toEqual(['First', 1]);
  for (const language of ['en', 'ko'] as const)
    expect(opened.ok ? '' : fileTroubleText(opened.error, language)).toContain(said);
});
