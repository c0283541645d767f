import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frozenHead } from '../../e2e/documents/chain';
import { hostile } from '../../e2e/documents/hostile';
import { library, templates } from '../../templates/index';
import { projectSources } from '../cli/projectSources';
import { compile } from '../compile/compile';
import { type Document, emptyDocument } from '../document/document';
import { buildTemplate } from '../document/template';
import type { ExportSupplies, ExportedFiles, ExportedModel } from './exporter';
import { exporters } from './index';

const sources = projectSources();
const modelOf = (document: Document): ExportedModel => ({ document, plan: compile(document, library) });
/** Also says what was asked for. */
function supplies(asked: string[] = []): ExportSupplies {
  const given = <T>(name: string, value: T) => {
    asked.push(name);
    return Promise.resolve(value);
  };
  return {
    weights: () => given('weights', null),
    sample: () => given('sample', null),
    data: () => given('data', null),
    sources: () => given('sources', sources),
  };
}

/** Relative, without a way out, and taken by every file system. */
const safePath = /^(?!.*(^|\/)\.{1,2}(\/|$))[^/\\<>:"|?*\p{C}][^\\<>:"|?*\p{C}]*$/u;

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

  test('writes every template as files with safe paths', async () => {
    const print = await exporter.printer();
    for (const template of templates) {
      const model = modelOf(buildTemplate(template));
      const files = await exporter.files(model, supplies());
      expectFiles(files);
      const text = print(model);
      expect(exporter.project ? [exporter.file] : Object.keys(files)).toEqual([exporter.file]);
      expect(Object.values(files)).toContain(text);
      for (const { name } of model.plan.steps) expect(text).toContain(name);
    }
  });

  test('asks for what costs only where it takes it', async () => {
    const asked: string[] = [];
    await exporter.files(modelOf(frozenHead()), supplies(asked));
    expect(asked).toEqual(exporter.project ? ['weights', 'sources'] : []);
  });

  test('writes a model that is empty or has open problems', async () => {
    const print = await exporter.printer();
    for (const document of [emptyDocument(''), { ...frozenHead(), edges: [] }]) {
      expect(print(modelOf(document))).toContain('open problems');
      expectFiles(await exporter.files(modelOf(document), supplies()));
    }
  });

  test('takes any name', async () => {
    const print = await exporter.printer();
    const property = fc.asyncProperty(hostile(frozenHead()), async (document) => {
      const model = modelOf(document);
      const text = print(model);
      // Neither ends a line early, nor hides in one.
      expect(text).not.toMatch(/[^\P{C}\n]|\p{Zl}|\p{Zp}/u);
      expectFiles(await exporter.files(model, supplies()));
    });
    await fc.assert(property, { numRuns: 60 });
  });
});
