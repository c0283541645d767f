import { readFileSync, readdirSync } from 'node:fs';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frozenHead } from '../../e2e/documents/chain';
import { library } from '../../templates/index';
import { compile } from '../compile/compile';
import { serialize } from '../document/reading/serialize';
import { importTroubleText, importNotes } from '../i18n/troubles/importTrouble';
import { importModel } from './importModel';
import type { Importer } from './importer';
import { importers } from './index';

const keras = readFileSync(new URL('kerasConfig/fixtures/keras3.json', import.meta.url), 'utf8');
/** A good file of each importer. */
const samples: Readonly<Record<string, string>> = { deepbrick: serialize(frozenHead()), kerasConfig: keras };

const fileOf = (content: string | Uint8Array<ArrayBuffer>, name = 'model.json') => ({
  name,
  blob: new Blob([content]),
});

/** Whether it reads whatever it is as a model that compiles, or refuses it in words in both languages. */
async function answers(importer: Importer, content: string | Uint8Array<ArrayBuffer>): Promise<boolean> {
  const read = await importer.read(fileOf(content), library);
  if (read.ok) compile(read.value.document, library);
  return (['en', 'ko'] as const).every((language) => {
    const said = read.ok ? importNotes(read.value.report, language) : [importTroubleText(read.error, language)];
    return said.every((text) => text.trim() !== '' && !/undefined|\[object/.test(text));
  });
}

test('every folder is in the registry, under its id', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter((entry) =>
    entry.isDirectory(),
  );
  expect(importers.map(({ id }) => id).toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
});

test.each([
  ['a picture', 'cat.png', '\u0089PNG\r\n'],
  ['a saved model', 'model.h5', '\u0089HDF\r\n'],
  ['nothing', 'empty', ''],
])('%s is refused by name: no importer reads it', async (_, name, content) => {
  const read = await importModel(fileOf(content, name), library);
  expect(read).toMatchObject({ ok: false, error: { code: 'unknownFile', where: null, data: { file: name } } });
  for (const importer of importers) {
    expect(read.ok ? '' : importTroubleText(read.error, 'ko')).toContain(importer.name.ko);
  }
});

test('a file that the system does not give is refused by name', async () => {
  const blob = Object.assign(new Blob(['{}']), { slice: () => ({ arrayBuffer: () => Promise.reject(new Error()) }) });
  const read = await importModel({ name: 'gone.json', blob }, library);
  expect(read).toEqual({ ok: false, error: { code: 'unreadable', where: null, data: { file: 'gone.json' } } });
});

describe.each(importers.map((importer) => ({ id: importer.id, importer })))('$id', ({ id, importer }) => {
  const sample = samples[id]!;

  test('is called something in both languages', () => {
    expect(importer.name.en.trim()).not.toBe('');
    expect(importer.name.ko).toMatch(/[가-힣]/);
  });

  test('gets its own file by the first bytes, whatever the name, and takes every layer', async () => {
    const first = new TextEncoder().encode(sample.slice(0, 4096));
    expect(importers.find(({ accepts }) => accepts(first, 'x'))).toBe(importer);
    const read = await importModel(fileOf(sample, 'x'), library);
    expect(read.ok && read.value.report.taken).toEqual(read.ok && Object.keys(read.value.document.nodes));
    expect(read).toMatchObject({ ok: true });
  });

  test('never throws for a text that is cut off', async () => {
    for (let length = 0; length < sample.length; length += 97) {
      expect(await answers(importer, sample.slice(0, length))).toBe(true);
    }
  });

  test('never throws for other values in the same places', async () => {
    const json = JSON.parse(sample) as object;
    const paths = pathsOf(json);
    const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('__proto__', 'toString', '', [], -1, 1e300));
    const property = fc.asyncProperty(fc.constantFrom(...paths), value, async (path, other) => {
      expect(await answers(importer, JSON.stringify(replaced(json, path, other)))).toBe(true);
    });
    await fc.assert(property, { numRuns: 400 });
  });

  test('never throws for junk', async () => {
    const junk = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json(), fc.string({ unit: 'binary' }));
    const property = fc.asyncProperty(junk, async (content) => {
      expect(await answers(importer, typeof content === 'string' ? content : new Uint8Array(content))).toBe(true);
    });
    await fc.assert(property, { numRuns: 200 });
  });
});

/** Every place in a JSON value, as keys from the top. */
function pathsOf(value: unknown): string[][] {
  if (typeof value !== 'object' || value === null) return [[]];
  return [[], ...Object.entries(value).flatMap(([key, inner]) => pathsOf(inner).map((path) => [key, ...path]))];
}

function replaced(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  const inner = replaced((value as Readonly<Record<string, unknown>>)[key], rest, other);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (String(index) === key ? inner : item));
  return { ...(value as object), [key]: inner };
}
