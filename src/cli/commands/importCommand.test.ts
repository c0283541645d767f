import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { parse } from '../../document/reading/parse';
import { errorText } from '../commandError';
import { main } from '../main';

const keras = resolve(import.meta.dirname, '../../importers/kerasConfig/fixtures/keras3.json');

let folder: string;
let said: string[];
let noted: string[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-import-'));
  said = [];
  noted = [];
  vi.spyOn(console, 'log').mockImplementation((text: string) => void said.push(text));
  vi.spyOn(console, 'error').mockImplementation((text: string) => void noted.push(text));
  vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0);
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const notes = ['“dropout”: seed = 7 was skipped.'];

test('a Keras configuration becomes a document, and what was left out is said', async () => {
  const out = join(folder, 'made/mlp.deepbrick.json');
  await main(['import', keras, '--out', out]);
  expect([said, noted]).toEqual([[`“digits_mlp” with 6 bricks in ${out}.`], notes]);
  const document = parse(readFileSync(out, 'utf8'));
  expect(document.ok && Object.keys(document.value.nodes)).toContain('predictions');
  const again = await main(['import', keras, '--out', out]).catch((error: unknown) => errorText(error));
  expect(again).toBe(`deepbrick: ${out} is there already; --force writes over it.`);
  await main(['import', out, '--out', out, '--force']);
  expect(parse(readFileSync(out, 'utf8'))).toEqual(document);
});

test.each([
  [['check', keras], `${keras} is fine: 6 bricks, 109,322 parameters.`],
  [['summary', keras], 'Model: "digits_mlp"'],
  [['export', keras, '--to', 'dot', '--out', 'OUT'], '1 file in OUT. Next: cd OUT && dot -Tsvg model.dot -o model.svg'],
])('%j takes it as it is', async (args, text) => {
  const inFolder = (word: string) => word.replaceAll('OUT', join(folder, 'out'));
  await main(args.map(inFolder));
  expect(said.join('\n')).toContain(inFolder(text));
  expect(noted).toEqual(notes);
});

test.each([
  [['import', keras], 'import needs --out <file>.deepbrick.json.'],
  [['import', keras, '--out', 'model.json'], 'import needs --out <file>.deepbrick.json.'],
  [['import', 'missing.json', '--out', 'x.deepbrick.json'], 'There is no file missing.json.'],
  [['summary', 'LSTM'], '“cell” keeps the place of a LSTMCell'],
  [['check', 'photo.png'], '“photo.png” is a picture, which does not open as a model'],
])('%j fails with one line', async (args, text) => {
  const input = { class_name: 'InputLayer', config: { name: 'in', batch_shape: [null, 4] } };
  const layers = [input, { class_name: 'LSTMCell', config: { name: 'cell' } }];
  writeFileSync(join(folder, 'LSTM'), JSON.stringify({ class_name: 'Sequential', config: { layers } }));
  writeFileSync(join(folder, 'photo.png'), Buffer.from([0x89, 0x50, 0x4e, 0x47]));
  const inFolder = (word: string) => (['LSTM', 'photo.png'].includes(word) ? join(folder, word) : word);
  const error: unknown = await main(args.map(inFolder)).catch((reason: unknown) => reason);
  expect(errorText(error)).toContain(text);
  expect(errorText(error)).toMatch(/^deepbrick: [^\n]+$/);
});
