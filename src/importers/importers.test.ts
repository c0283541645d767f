import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { frozenHead } from '../../e2e/documents/chain';
import { library } from '../../templates/index';
import { compile } from '../compile/compile';
import { readSavedModel } from '../formats/saved/readSavedModel';
import { savedContents } from '../formats/saved/savedContents';
import type { NamedBlob } from '../formats/weights/weightFile';
import { serialize } from '../document/reading/serialize';
import { importNotes } from '../i18n/imports/importNotes';
import { importTroubleText } from '../i18n/troubles/importTrouble';
import { fileKindWords } from '../i18n/troubles/fileKind';
import { type FileKind, fileKinds } from './fileKind';
import { importModel } from './importModel';
import type { Importer } from './importer';
import { importers } from './index';

const keras = readFileSync(new URL('kerasConfig/fixtures/keras3.json', import.meta.url), 'utf8');
const kerasProgram = `from tensorflow import keras\nmodel = keras.Sequential([keras.Input((4,)), keras.layers.Dense(2)])\n`;
/** The smallest of the models that PyTorch wrote. */
function onnxSample(): Uint8Array<ArrayBuffer> {
  const packed = gunzipSync(readFileSync('e2e/fixtures/onnx.bin')).toString();
  const models = JSON.parse(packed) as Readonly<Record<string, { readonly file: string }>>;
  const files = Object.values(models).map(({ file }) => Uint8Array.from(Buffer.from(file, 'base64')));
  return files.reduce((least, file) => (file.length < least.length ? file : least));
}

/** A good file of each importer. */
const samples: Readonly<Record<string, string | Uint8Array<ArrayBuffer>>> = {
  deepbrick: serialize(frozenHead()),
  kerasConfig: keras,
  kerasFile: JSON.stringify({
    modelTopology: { keras_version: '3.4.1', model_config: JSON.parse(keras) as unknown },
    weightsManifest: [{ paths: ['group1-shard1of1.bin'], weights: [] }],
  }),
  pythonCode: kerasProgram,
  onnx: onnxSample(),
  typescript: readFileSync('src/exporters/typescript/project/src/model.ts', 'utf8'),
};

const readSaved = (files: readonly NamedBlob[]) => savedContents((given) => readSavedModel(given), files);

const fileOf = (content: string | Uint8Array<ArrayBuffer>, name = 'model.json') => ({
  name,
  blob: new Blob([content]),
});

/** Whether it reads whatever it is as a model that compiles, or refuses it in words in both languages. */
async function answers(importer: Importer, content: string | Uint8Array<ArrayBuffer>): Promise<boolean> {
  const read = await importer.read(fileOf(content), library, { readSaved });
  if (read.ok) compile(read.value.document, library);
  return (['en', 'ko'] as const).every((language) => {
    const said = read.ok ? importNotes(read.value.report, language) : [importTroubleText(read.error, language)];
    return said.every((text) => text.trim() !== '' && !/undefined|\[object/.test(text));
  });
}

test('every folder of an importer is in the registry, under its id', () => {
  const folders = readdirSync(new URL('.', import.meta.url), { withFileTypes: true }).filter(
    (entry) => entry.isDirectory() && existsSync(new URL(`${entry.name}/index.ts`, import.meta.url)),
  );
  expect(importers.map(({ id }) => id).toSorted()).toEqual(folders.map(({ name }) => name).toSorted());
});

const zip = (entry: string) => `PK\u0003\u0004${'\0'.repeat(26)}${entry}`;
const latin = (text: string) => Uint8Array.from(text, (letter) => letter.charCodeAt(0));
const strangers: readonly (readonly [kind: FileKind | null, name: string, content: string])[] = [
  ['picture', 'cat.png', '\u0089PNG\r\n'],
  ['picture', 'renamed.json', '\u00ff\u00d8\u00ff\u00e0'],
  ['picture', 'a.webp', 'RIFF\0\0\0\0WEBP'],
  ['picture', 'a.svg', '<svg xmlns="http://www.w3.org/2000/svg">'],
  ['pdf', 'paper.pdf', '%PDF-1.7'],
  ['sound', 'a.wav', 'RIFF\0\0\0\0WAVE'],
  ['video', 'a.mp4', '\0\0\0\u0018ftypmp42'],
  ['hdf5', 'model.h5', '\u0089HDF\r\n'],
  ['savedKeras', 'model.keras', zip('metadata.json')],
  ['savedKeras', 'renamed.json', zip('config.json')],
  ['onnx', 'net.onnx', '\u0008\u0007\u0012\u0007pytorch'],
  ['onnx', 'renamed.json', '\u0008\u0008\u0012\u0007pytorch'],
  ['tflite', 'net.tflite', '\u001c\0\0\0TFL3'],
  ['torch', 'net.pt', zip('net/data.pkl')],
  ['torch', 'old.pth', '\u0080\u0002\u008a'],
  ['safetensors', 'net.safetensors', '\u0040\0\0\0\0\0\0\0{"w":'],
  ['gguf', 'net.gguf', 'GGUF\u0003'],
  ['savedModel', 'saved_model.pb', '\n\u0012'],
  ['numpy', 'x.npz', zip('x.npy')],
  ['zip', 'a.zip', zip('readme.txt')],
  ['archive', 'a.tar.gz', '\u001f\u008b\u0008'],
  ['program', 'main.ts', '{ }'],
  ['page', 'index.html', '<!doctype html>'],
  ['table', 'iris.csv', '5.1,3.5'],
  ['table', 'iris.xlsx', zip('[Content_Types].xml')],
  ['written', 'essay.docx', zip('[Content_Types].xml')],
  ['written', 'old.hwp', '\u00d0\u00cf\u0011\u00e0'],
  [null, 'empty', ''],
  [null, 'notes', 'model'],
];

const isRead = ([kind, name, content]: (typeof strangers)[number]) =>
  kind !== null && importers.some(({ kinds, accepts }) => kinds?.includes(kind) && accepts(latin(content), name));

async function refusalOf(name: string, content: string) {
  const read = await importModel(fileOf(latin(content), name), library, { readSaved });
  if (read.ok) throw new Error(`${name} opened.`);
  return read.error;
}

test.each(strangers.filter((each) => !isRead(each)))(
  '%s: %s is refused, and it is said what it is',
  async (kind, name, content) => {
    const error = await refusalOf(name, content);
    expect(error).toMatchObject({ code: 'unknownFile', where: null, data: { file: name, kind } });
    for (const importer of importers) expect(importTroubleText(error, 'ko')).toContain(importer.name.ko);
    for (const language of ['en', 'ko'] as const) {
      expect(importTroubleText(error, language)).not.toMatch(/undefined/);
      expect(importTroubleText(error, language)).toContain(kind === null ? name : fileKindWords[language][kind]);
    }
  },
);

test.each(strangers.filter(isRead))('%s: %s that ends there is said to be damaged', async (_, name, content) => {
  expect(await refusalOf(name, content)).toMatchObject({ code: 'weightFile', data: { name } });
});

test('each kind of file has its case', () => {
  expect(new Set(strangers.map(([kind]) => kind))).toEqual(new Set([...fileKinds, null]));
});

const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${'a'.repeat(64)}\nsize 94398419\n`;
test.each(['model.h5', 'model.keras', 'net.onnx', 'model.json', 'train.py', 'net.pt', 'iris.csv', 'cat.png'])(
  '%s that is Git LFS’s pointer is told as that',
  async (name) => {
    const error = await refusalOf(name, pointer);
    expect(error).toEqual({ code: 'weightFile', where: null, data: { code: 'gitLfs', name } });
    expect(importTroubleText(error, 'en')).toContain('git lfs pull');
  },
);

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
    const whole = typeof sample === 'string' ? new TextEncoder().encode(sample) : sample;
    const first = whole.slice(0, 4096);
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

  test('never throws for junk', async () => {
    const junk = fc.oneof(fc.uint8Array({ maxLength: 200 }), fc.json(), fc.string({ unit: 'binary' }));
    const property = fc.asyncProperty(junk, async (content) => {
      expect(await answers(importer, typeof content === 'string' ? content : new Uint8Array(content))).toBe(true);
    });
    await fc.assert(property, { numRuns: 200 });
  });
});

const inJson = importers.flatMap((importer) => {
  const sample = samples[importer.id]!;
  return typeof sample === 'string' && sample.startsWith('{') ? [{ id: importer.id, importer, sample }] : [];
});

test.each(inJson)('$id never throws for other values in the same places', async ({ sample, importer }) => {
  const json = JSON.parse(sample) as object;
  const paths = pathsOf(json);
  const value = fc.oneof(fc.jsonValue({ maxDepth: 2 }), fc.constantFrom('__proto__', 'toString', '', [], -1, 1e300));
  const property = fc.asyncProperty(fc.constantFrom(...paths), value, async (path, other) => {
    expect(await answers(importer, JSON.stringify(replaced(json, path, other)))).toBe(true);
  });
  await fc.assert(property, { numRuns: 400 });
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
