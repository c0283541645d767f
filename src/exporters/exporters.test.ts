import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frozenHead } from '../../e2e/documents/chain';
import { hostile } from '../../e2e/documents/hostile';
import { library, templates } from '../../templates/index';
import { imagenetClassesHere } from '../cli/imagenetClassesHere';
import { projectSources } from '../cli/projectSources';
import { compile } from '../compile/compile';
import { type Document, emptyDocument } from '../document/document';
import { buildTemplate } from '../document/template';
import { exportTroubleText } from '../i18n/troubles/exporting/exportTrouble';
import { ExportRefused } from './exportRefused';
import type { ExportSupplies, ExportedFiles, ExportedModel, Exporter } from './exporter';
import { exporters } from './index';

const sources = projectSources();
const modelOf = (document: Document): ExportedModel => ({ document, plan: compile(document, library) });
const models = templates.map((template) => modelOf(buildTemplate(template)));
/** Also says what was asked for. */
function supplies(asked: string[] = []): ExportSupplies {
  const given = <T>(name: string, value: T) => {
    asked.push(name);
    return Promise.resolve(value);
  };
  return {
    weights: () => given('weights', null),
    kerasWeights: () => given('kerasWeights', new Uint8Array(1)),
    sample: () => given('sample', null),
    data: () => given('data', null),
    imagenetClasses: () => given('imagenetClasses', imagenetClassesHere()),
    sources: () => given('sources', sources),
  };
}

/** Relative, without a way out, and taken by every file system. */
const safePath = /^(?!.*(^|\/)\.{1,2}(\/|$))[^/\\<>:"|?*\p{C}][^\\<>:"|?*\p{C}]*$/u;

/** The model's files, or the words in which the target refuses it. */
async function filesOf(exporter: Exporter, model: ExportedModel, given = supplies()): Promise<ExportedFiles> {
  try {
    return await exporter.files(model, given);
  } catch (error) {
    if (!(error instanceof ExportRefused)) throw error;
    const text = exportTroubleText(error.trouble, 'en');
    return { [exporter.file]: (await exporter.printer())(model), refused: text };
  }
}

function expectFiles(files: ExportedFiles): void {
  expect(Object.keys(files).length).toBeGreaterThan(0);
  for (const path of Object.keys(files)) {
    expect(path).toMatch(safePath);
    expect(path).not.toMatch(/^\/|\/$|\/\/|[. ]\/|[. ]$/);
  }
  expect(Object.entries(files).filter(([, content]) => content.length === 0)).toEqual([]);
}

test('every folder is in the registry, under its id', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(exporters.map(({ id }) => id).toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
  // What prints is loaded on demand: the registry itself imports nothing but words.
  for (const { name } of folders) {
    const text = readFileSync(new URL(`${name}/index.ts`, import.meta.url), 'utf8');
    expect(text.match(/^import (?!type ).*$/gm) ?? []).toEqual(
      text.includes('textExporter(') ? ["import { textExporter } from '../exporter';"] : [],
    );
  }
});

describe.each(exporters.map((exporter) => ({ id: exporter.id, exporter })))('$id', ({ exporter }) => {
  test('has its words, and a text of the name it says', async () => {
    expect(Object.values(exporter.about).filter((about) => about.trim() === '')).toEqual([]);
    expect(exporter.about.ko).toMatch(/[가-힣]/);
    expect(exporter.file).toMatch(/^\w+\.\w+$/);
  });

  test('writes every template as files with safe paths, or refuses it in words', async () => {
    const print = await exporter.printer();
    for (const model of models) {
      const files = await filesOf(exporter, model);
      expectFiles(files);
      const text = print(model);
      const all = Object.keys(files).filter((path) => path !== 'refused');
      expect(exporter.project ? [exporter.file] : all).toEqual([exporter.file]);
      expect(Object.values(files)).toContain(text);
      // Where loops and functions put names together another file has them; a script has their words.
      const texts = Object.values(files).filter((content) => typeof content === 'string');
      const parts = ({ name }: { readonly name: string }) =>
        exporter.id === 'keras-script' ? name.split(/[\d_]+/) : [name];
      for (const part of model.plan.steps.flatMap(parts)) expect(texts.join('\n')).toContain(part);
    }
  });

  test('asks for what costs only where it takes it', async () => {
    const asked: string[] = [];
    await filesOf(exporter, modelOf(frozenHead()), supplies(asked));
    // Not every project takes files of ours, or the samples, along.
    const own = asked.filter((name) => name !== 'sources' && name !== 'data');
    expect(own).toEqual(exporter.project ? ['weights'] : []);
  });

  test('writes a model that is empty or has open problems', async () => {
    const print = await exporter.printer();
    for (const document of [emptyDocument(''), { ...frozenHead(), edges: [] }]) {
      expect(print(modelOf(document))).toContain('open problems');
      expectFiles(await filesOf(exporter, modelOf(document)));
    }
  });

  test('takes any name', async () => {
    const print = await exporter.printer();
    const property = fc.asyncProperty(hostile(frozenHead()), async (document) => {
      const model = modelOf(document);
      const text = print(model);
      // Neither ends a line early, nor hides in one.
      expect(text).not.toMatch(/[^\P{C}\n]|\p{Zl}|\p{Zp}/u);
      expectFiles(await filesOf(exporter, model));
    });
    await fc.assert(property, { numRuns: 60 });
  });
});

test.each([
  ['mlp', 'jax'],
  ['deepbrick-20', 'tensorflow'],
])('what comes next for %s names the backend that trains it, %s', async (id, backend) => {
  const plan = compile(buildTemplate(templates.find((template) => template.id === id)!), library);
  const next = (target: string) => exporters.find((exporter) => exporter.id === target)!.next({ plan });
  expect(await next('keras')).toContain(`export KERAS_BACKEND=${backend}`);
  expect(await next('notebook')).toContain(`pip install keras ${backend} `);
});
