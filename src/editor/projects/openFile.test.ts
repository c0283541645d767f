import { expect, test } from 'vitest';
import { emptyDocument } from '../../document/document';
import { longestText } from '../../document/reading/parse';
import { importTroubleText } from '../../i18n/troubles/importTrouble';
import { library } from '../../../templates/index';
import { done, refused } from '../../document/result';
import { readSavedModel } from '../../formats/saved/readSavedModel';
import { savedContents } from '../../formats/saved/savedContents';
import { type NamedBlob, isWeightFileError } from '../../formats/weights/weightFile';
import { browser } from '../testBrowser';
import { documentFile } from './documentFile';
import { openFile } from './openFile';

const started = async () => {
  const tab = browser().tab();
  await tab.projects.start(() => emptyDocument('First'));
  return tab;
};

/** As the worker answers, which only a browser has. */
const runner = {
  savedContents: async (files: readonly NamedBlob[]) => {
    try {
      return done(await savedContents((given) => readSavedModel(given), files));
    } catch (error) {
      if (!isWeightFileError(error)) throw error;
      return refused({ code: 'weightsUnreadable', data: { trouble: error.trouble } } as const);
    }
  },
  importWeights: async () => done({ loaded: [], missing: [], extra: [], byOrder: [], wrongShape: [] }),
};

test('a saved document opens again as a project of its own', async () => {
  const { projects, state, title } = await started();
  const before = state().current;
  const file = documentFile(emptyDocument('Mine / yours'));
  expect([file.name, file.type]).toEqual(['Mine yours.deepbrick.json', 'application/json']);
  expect(await openFile(file, { projects, runner, library })).toMatchObject({
    ok: true,
    value: { document: { title: 'Mine / yours' } },
  });
  expect([title(), state().current === before, state().list.length]).toEqual(['Mine / yours', false, 2]);
});

const gone = Object.assign(new File(['{}'], 'gone.json'), { text: () => Promise.reject(new Error('NotFoundError')) });
const large = Object.defineProperty(new File(['{'], 'large.json'), 'size', { value: longestText * 4 + 1 });
test.each([
  [new File(['hello'], 'hello.json'), { code: 'document', data: { code: 'notJson' } }, 'JSON'],
  [new File(['hello'], 'hello.txt'), { code: 'unknownFile', data: { file: 'hello.txt' } }, '“hello.txt”'],
  [gone, { code: 'unreadable', data: { file: 'gone.json' } }, '“gone.json”'],
  [large, { code: 'tooLarge', data: { file: 'large.json' } }, '80.0 MB'],
])('%o is refused with the reason, and nothing changes', async (file, error, said) => {
  const { projects, title, state } = await started();
  const opened = await openFile(file, { projects, runner, library });
  expect(opened).toMatchObject({ ok: false, error });
  expect([title(), state().list.length]).toEqual(['First', 1]);
  for (const language of ['en', 'ko'] as const)
    expect(opened.ok ? '' : importTroubleText(opened.error, language)).toContain(said);
});

const bytes = (...start: readonly number[]) => Uint8Array.from(start);
test.each([
  [new File(['a,b\n1,2'], 'rows.csv'), ['Own data…', '내 데이터…']],
  [new File(['good\tpos'], 'texts.TSV'), ['Own data…', '내 데이터…']],
  [new File(['good\tpos'], 'texts.txt'), ['Own data…', '내 데이터…']],
  [new File([bytes(0x50, 0x4b, 5, 6)], 'rows.xlsx'), ['Save it as CSV', 'CSV로 저장']],
  [new File([bytes(0x89, 0x50, 0x4e, 0x47)], 'cat.png'), ['Photos…', '사진…']],
  [new File([bytes(0xff, 0xd8, 0xff, 0xe0)], 'cat'), ['Photos…', '사진…']],
] as const)('%o is no model, and where it belongs is said', async (file, said) => {
  const { projects } = await started();
  const opened = await openFile(file, { projects, runner, library });
  expect(opened).toMatchObject({ ok: false, error: { code: 'unknownFile' } });
  const texts = (['en', 'ko'] as const).map((language) => (opened.ok ? '' : importTroubleText(opened.error, language)));
  expect(texts.map((text, index) => text.includes(said[index]!))).toEqual([true, true]);
});

test('a damaged model is refused in words', async () => {
  const { projects, state } = await started();
  const file = new File([bytes(0x89, 0x48, 0x44, 0x46)], 'model.h5');
  const opened = await openFile(file, { projects, runner, library });
  expect(opened).toMatchObject({ ok: false, error: { code: 'weightFile', data: { name: 'model.h5' } } });
  expect(state().list.length).toBe(1);
});
