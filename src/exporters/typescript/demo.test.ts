import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { build } from 'vite';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeFiles } from '../../../e2e/exported/writeFiles';
import { library, templates } from '../../../templates/index';
import { projectSources } from '../../cli/projectSources';
import { compile } from '../../compile/compile';
import { buildTemplate } from '../../document/template';
import { exportProject } from './project';
import { words as english } from '../../runtime/browser/words';
import { words as korean } from '../../runtime/browser/words.ko';

const root = resolve(import.meta.dirname, '../../..');
const sources = projectSources();
const base = { weights: null, sample: null, sources };
const modelOf = (id: string) => {
  const document = buildTemplate(templates.find((template) => template.id === id)!);
  return { document, plan: compile(document, library) };
};
let folder: string;

// Inside the checkout, so that the project finds its packages without an installation of its own.
beforeAll(() => {
  mkdirSync(join(root, 'test-results'), { recursive: true });
  folder = mkdtempSync(join(root, 'test-results', 'demo-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

describe('the page of an exported project', () => {
  test('speaks one of two languages, which say the same', async () => {
    expect(Object.keys(korean)).toEqual(Object.keys(english));
    const title = '"Quotes", <b>tags</b> and $& in a title';
    const { document, plan } = modelOf('deepbrick-24');
    for (const language of ['en', 'ko'] as const) {
      const files = await exportProject({ ...base, document, plan: { ...plan, title }, language });
      const text = String(files['runtime/src/browser/words.ts']);
      expect(text).toContain(`language: '${language}'`);
      expect(text).toContain('<b>tags</b> and $& in a title');
      expect(Object.keys(files)).not.toContain('runtime/src/browser/words.ko.ts');
      // No name goes into HTML.
      expect(files['index.html']).toBe(sources.files['/src/exporters/typescript/project/index.html']);
    }
  });

  test.each([
    ['deepbrick-15', 'without photos'],
    ['transfer', 'with photos'],
  ])(
    '%s is built by Vite, %s',
    async (id) => {
      const where = join(folder, id);
      writeFiles(where, await exportProject({ ...base, ...modelOf(id) }));
      const warned: string[] = [];
      const result = await build({
        root: where,
        configFile: false,
        logLevel: 'error',
        build: {
          write: false,
          minify: false,
          chunkSizeWarningLimit: 10_000,
          rolldownOptions: { onwarn: ({ message }) => void warned.push(message) },
        },
      });
      const built = [result].flat().flatMap((each) => ('output' in each ? each.output : []));
      const names = built.map(({ fileName }) => fileName);
      expect(names).toContain('index.html');
      expect(names.filter((name) => name.endsWith('.wasm'))).toHaveLength(3);
      // Nothing of Node's goes along.
      expect(warned.filter((text) => text.includes('node:'))).toEqual([]);
    },
    60_000,
  );
});
