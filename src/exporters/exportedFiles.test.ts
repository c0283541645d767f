import { describe, expect, test } from 'vitest';
import { frozenHead } from '../../e2e/documents/chain';
import { trainedSupplies } from '../../e2e/exported/writtenSupplies';
import { library, templates } from '../../templates/index';
import { compile } from '../compile/compile';
import type { Document } from '../document/document';
import { buildTemplate } from '../document/template';
import { photosToCome } from '../document/training/datasetIds';
import { exportNoteText } from '../i18n/troubles/exporting/exportNote';
import { type ExportChoices, type ExportOption, everything } from './exportChoices';
import type { ExportNote } from './exportNote';
import { ExportRefused } from './exportRefused';
import { exportedFiles } from './exportedFiles';
import type { ExportSupplies, Exporter } from './exporter';
import { exporters } from './index';

const modelOf = (document: Document) => ({ document, plan: compile(document, library) });
const template = (id: string) => buildTemplate(templates.find((one) => one.id === id)!);
const target = (id: string) => exporters.find((exporter) => exporter.id === id)!;

/** What is given, and what was asked for. */
function listening(given: ExportSupplies): { readonly supplies: ExportSupplies; readonly asked: string[] } {
  const asked: string[] = [];
  const supplies = new Proxy(given, {
    get(all, name) {
      const supply: unknown = Reflect.get(all, name);
      if (typeof supply !== 'function') return supply;
      return (...more: unknown[]): unknown => {
        asked.push(String(name));
        return Reflect.apply(supply, all, more);
      };
    },
  });
  return { supplies, asked };
}

/** Small models of several kinds that every target takes. */
const models = ['digits', 'deepbrick-01'].map((id) => ({
  id,
  model: modelOf(template(id)),
}));

async function built(exporter: Exporter, model: ReturnType<typeof modelOf>, chosen: Partial<ExportChoices> = {}) {
  const { supplies, asked } = listening(trainedSupplies({ ...model, language: 'en' }));
  const { files, notes } = await exportedFiles(exporter, model, supplies, { ...everything('en'), ...chosen });
  return { files, notes, asked, paths: Object.keys(files) };
}

/** Files that a README's table or its commands name. */
const named = (readme: string) => readme.match(/\b[\w/]+\.(?:py|ts|json|npz|h5|safetensors|toml)\b/g) ?? [];

const having = (option: ExportOption) =>
  exporters
    .filter(({ options }) => options.includes(option))
    .flatMap((exporter) => models.map(({ id, model }) => [exporter.id, id, exporter, model] as const));

test('with everything the files are what the target writes', async () => {
  for (const exporter of exporters) {
    const { model } = models[0]!;
    const { files } = await built(exporter, model);
    expect(files).toEqual(await exporter.files(model, trainedSupplies(model)));
  }
});

describe('without the tests', () => {
  test.each(having('tests'))('%s of %s has none of them, and no file says so', async (_, __, exporter, model) => {
    const [all, few] = [await built(exporter, model), await built(exporter, model, { tests: false })];
    expect(few.paths.filter((path) => !all.paths.includes(path))).toEqual([]);
    // The runtime reads samples of data, too.
    expect(few.paths.filter((path) => /^(?!runtime\/).*(test|sample|expected)/.test(path))).toEqual([]);
    expect(few.asked).not.toContain('sample');
    const gone = all.paths.filter((path) => !few.paths.includes(path));
    const readme = String(few.files['README.md'] ?? few.files[exporter.file]);
    for (const path of gone) expect(named(readme)).not.toContain(path);
    expect(await exporter.next({ ...model, tests: false })).not.toContain('test');
  });
});

describe('without the weights', () => {
  test.each(having('weights'))('%s of %s starts at random, which is said', async (_, __, exporter, model) => {
    const { asked, paths, notes } = await built(exporter, model, { weights: false });
    expect(asked.filter((name) => /weights|sample/i.test(name))).toEqual([]);
    expect(paths.filter((path) => /\.(h5|safetensors)$|weights.*bin$/.test(path))).toEqual([]);
    expect(notes).toContainEqual({ code: 'noWeights', where: null, data: { reason: 'chosen' } });
  });

  test.each(having('weights').filter(([id, model]) => id.startsWith('keras') && model === 'digits'))(
    'a frozen layer is refused by %s as what it is: left out',
    async (_, __, exporter) => {
      // Nothing brings these weights but the editor.
      const document = template('digits');
      const [first] = compile(document, library).steps.filter(({ parameters }) => parameters > 0);
      const brick = document.nodes[first!.name]!;
      const frozen = { ...document, nodes: { ...document.nodes, [first!.name]: { ...brick, trainable: false } } };
      const refusal: unknown = await built(exporter, modelOf(frozen), { weights: false }).catch(
        (error: unknown) => error,
      );
      expect(refusal).toBeInstanceOf(ExportRefused);
      expect((refusal as ExportRefused).trouble).toMatchObject({ code: 'frozenLeftOut', where: first!.name });
    },
  );
});

describe('without the data', () => {
  test.each(having('data'))('%s of %s has none, which is said', async (_, __, exporter, model) => {
    const { asked, paths, notes } = await built(exporter, model, { data: false });
    expect(asked).not.toContain('data');
    expect(paths.filter((path) => path.startsWith('data/'))).toEqual([]);
    const { dataset } = model.document.training;
    expect(notes).toContainEqual({ code: 'noData', where: null, data: { dataset, reason: 'chosen' } });
  });
});

describe('in Korean', () => {
  test.each(having('language'))(
    '%s of %s has Korean words, and names the same files',
    async (_, __, exporter, model) => {
      const [english, korean] = [await built(exporter, model), await built(exporter, model, { language: 'ko' })];
      expect(korean.paths).toEqual(english.paths);
      const words = korean.paths.find((path) => path === 'README.md') ?? exporter.file;
      expect(String(english.files[words])).not.toMatch(/[가-힣]/);
      expect(String(korean.files[words])).toMatch(/[가-힣]{2}/);
      expect(named(String(korean.files[words])).toSorted()).toEqual(named(String(english.files[words])).toSorted());
      // A page that goes along speaks the language, too.
      const others = korean.paths.filter((path) => path !== words && path !== 'runtime/src/browser/words.ts');
      for (const path of others) expect([path, korean.files[path]]).toEqual([path, english.files[path]]);
    },
  );
});

test.each<[string, ReturnType<typeof modelOf>, boolean, readonly ExportNote[]]>([
  ['a trained model with its data', modelOf(template('digits')), true, []],
  [
    'one that nobody has trained',
    modelOf(template('digits')),
    false,
    [{ code: 'noWeights', where: null, data: { reason: 'untrained' } }],
  ],
  [
    'one without its pretrained weights and photos',
    modelOf(template('transfer')),
    false,
    [
      { code: 'noWeights', where: null, data: { reason: 'notHere' } },
      { code: 'noData', where: null, data: { dataset: photosToCome, reason: 'elsewhere' } },
    ],
  ],
  [
    'one that is not finished',
    modelOf({ ...frozenHead(), edges: [] }),
    false,
    [{ code: 'openProblems', where: null, data: { problems: 0 } }],
  ],
])('notes of %s', async (_, model, trained, expected) => {
  const given = trainedSupplies(model);
  const supplies = { ...given, weights: async () => (trained ? given.weights() : null) };
  const { notes } = await exportedFiles(target('pytorch'), model, supplies, everything('en'));
  expect(notes).toEqual(expected);
});

test('what a target never takes is said, whatever is chosen', async () => {
  const { notes } = await built(target('keras-script'), models[0]!.model);
  expect(notes.map(({ code, data }) => [code, 'reason' in data && data.reason])).toEqual([
    ['noWeights', 'target'],
    ['noData', 'target'],
  ]);
});

test('every note is said in both languages', () => {
  const reasons = <R extends string>(...all: readonly R[]) => all;
  const notes: readonly ExportNote[] = [
    { code: 'openProblems', where: null, data: { problems: 3 } },
    { code: 'openProblems', where: null, data: { problems: 0 } },
    ...reasons('untrained', 'notHere', 'chosen', 'target').map(
      (reason) => ({ code: 'noWeights', where: null, data: { reason } }) as const,
    ),
    ...reasons('elsewhere', 'misfit', 'chosen', 'target').flatMap((reason) =>
      ['own:houses.csv', 'photos:boats'].map(
        (dataset) => ({ code: 'noData', where: null, data: { dataset, reason } }) as const,
      ),
    ),
  ];
  const texts = notes.flatMap((note) => [exportNoteText(note, 'en'), exportNoteText(note, 'ko')]);
  for (const text of texts) expect(text).toMatch(/\.$/);
  expect(exportNoteText(notes[0]!, 'en')).toContain('3 open problems');
  expect(exportNoteText(notes[6]!, 'ko')).toContain('houses.csv');
});
