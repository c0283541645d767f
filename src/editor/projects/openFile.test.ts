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
import { answered, questionIn } from '../../importers/question';
import { documentFile } from './documentFile';
import { openFile } from './openFile';

/** What is said where nothing opened. */
const told = (opened: Awaited<ReturnType<typeof openFile>>, language: 'en' | 'ko') =>
  opened.ok || opened.error.code === 'cancelled' || opened.error.code === 'locked'
    ? ''
    : importTroubleText(opened.error, language);

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
  for (const language of ['en', 'ko'] as const) expect(told(opened, language)).toContain(said);
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
  const texts = (['en', 'ko'] as const).map((language) => told(opened, language));
  expect(texts.map((text, index) => text.includes(said[index]!))).toEqual([true, true]);
});

const layer = (className: string, name: string, config: object) => ({
  class_name: className,
  config: { name, ...config },
});
/** A model for pictures of any size that a Dense layer ends. */
const kerasModel = {
  class_name: 'Sequential',
  config: {
    name: 'open',
    layers: [
      layer('Conv2D', 'conv', { filters: 2, kernel_size: [3, 3], batch_input_shape: [null, null, null, 3] }),
      layer('Flatten', 'flat', {}),
      layer('Dense', 'dense', { units: 2 }),
    ],
  },
};
const closed = structuredClone(kerasModel);
Object.assign(closed.config.layers[0]!.config, { batch_input_shape: [null, 8, 8, 3] });
const contents = { document: null, config: closed, about: null, stored: [], hasWeights: false };

test('a damaged model is refused in words', async () => {
  const { projects, state } = await started();
  const file = new File([bytes(0x89, 0x48, 0x44, 0x46)], 'model.h5');
  const opened = await openFile(file, { projects, runner, library });
  expect(opened).toMatchObject({ ok: false, error: { code: 'weightFile', data: { name: 'model.h5' } } });
  expect(state().list.length).toBe(1);
});

const modelFile = new File([JSON.stringify(kerasModel)], 'mlp.json');
test.each(['reading', 'weights'])(
  'who cancels while %s are under way keeps the present project alone',
  async (stage) => {
    const { projects, state, title } = await started();
    const before = state().current;
    const ending = new AbortController();
    const cancelled = async () => {
      ending.abort();
      return refused({ code: 'cancelled', data: {} } as const);
    };
    const slow = {
      savedContents: stage === 'reading' ? cancelled : async () => done({ ...contents, hasWeights: true }),
      importWeights: cancelled,
    };
    const file = new File([bytes(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a)], 'mlp.h5');
    const parts = { projects, runner: slow, library, signal: ending.signal };
    expect(await openFile(file, parts)).toEqual({ ok: false, error: { code: 'cancelled' } });
    expect([title(), state().current === before, state().list.length]).toEqual(['First', true, 1]);
  },
);

test('where the link keeps a model open a file opens none, and says so', async () => {
  const { projects, title, titles } = await started();
  const file = documentFile(emptyDocument('Other'));
  const locked = await openFile(file, { projects, runner, library, locks: ['templates'] });
  expect(locked).toEqual({ ok: false, error: { code: 'locked', data: { lock: 'templates' } } });
  expect([title(), titles()]).toEqual(['First', ['First']]);
  expect(await openFile(file, { projects, runner, library, locks: ['model', 'code'] })).toMatchObject({ ok: true });
  expect(title()).toBe('Other');
});

test('sizes that a file leaves open are taken from the answer', async () => {
  const { projects, title } = await started();
  const parts = { projects, runner, library };
  const open = await openFile(modelFile, parts);
  expect(open).toMatchObject({ ok: false, error: { code: 'openInput', data: { suggestion: '224x224x3' } } });
  const question = questionIn(
    open.ok || open.error.code === 'cancelled' || open.error.code === 'locked'
      ? { code: 'noInput', where: null, data: {} }
      : open.error,
  )!;
  expect(answered(question, '32x32', {})).toBeNull();
  expect(answered(question, '32x32x4', {})).toBeNull();
  const help = answered(question, '(32, 32, 3)', {})!;
  expect(await openFile(modelFile, parts, [], help)).toMatchObject({ ok: true });
  expect(title()).toBe('open');
});
