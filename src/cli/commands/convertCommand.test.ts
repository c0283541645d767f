import { mkdtempSync, openAsBlob, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { chain } from '../../../e2e/documents/chain';
import { compile } from '../../compile/compile';
import { saveModel } from '../../formats/saved/saveModel';
import { readSavedModel } from '../../formats/saved/readSavedModel';
import { library } from '../../../templates/index';
import { main } from '../main';
import { filesAt } from '../weightPath';
import { wholeTensor } from '../../formats/weights/wholeTensor';

const document = chain('Two', [
  ['inputVector', 'numbers', { shape: [3] }],
  ['dense', 'answer', { units: 2 }],
]);
const weights = {
  'answer/kernel': { shape: [3, 2], values: new Float32Array([1, 2, 3, 4, 5, 6]) },
  'answer/bias': { shape: [2], values: new Float32Array([7, 8]) },
};
let folder: string;
const file = (name: string) => join(folder, name);

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'deepbrick-convert-'));
  const blob = await saveModel({ plan: compile(document, library), weights, document }, 'keras');
  writeFileSync(file('two.keras'), new Uint8Array(await blob.arrayBuffer()));
  writeFileSync(file('text.h5'), 'no weights');
  vi.spyOn(console, 'log').mockImplementation(() => undefined);
});
afterAll(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

test('from format to format the values stay', async () => {
  const chainOf = ['two.keras', 'two.h5', 'web/model.json', 'two.zip', 'again.keras'];
  for (const [index, to] of chainOf.slice(1).entries()) await main(['convert', file(chainOf[index]!), file(to)]);
  expect(readdirSync(file('web')).toSorted()).toEqual(['group1-shard1of1.bin', 'model.json']);
  const opened = await readSavedModel(await filesAt(file('again.keras')));
  const values = await Promise.all(opened.weights.layers[0]!.tensors.map(wholeTensor));
  opened.weights.close();
  expect(values).toEqual(Object.values(weights).map((weight) => weight.values));
  expect(opened.document).toContain('"title": "Two"');
});

test('weights alone need the model to be named', async () => {
  await main(['convert', file('two.keras'), file('two.weights.h5')]);
  const convert = (...more: string[]) => main(['convert', file('two.weights.h5'), file('x.h5'), ...more]);
  await expect(convert()).rejects.toThrow('--template <id> or --document <file>');
  await expect(convert('--template', 'mlp')).rejects.toThrow('does not fit the model');
});

test.each([
  ['an ending that says nothing', ['two.keras', 'two.foo'], 'ends in none of'],
  ['a file that is there', ['two.keras', 'text.h5'], '--force writes over it'],
  ['no weights', ['text.h5', 'new.h5'], 'contains no readable weights'],
])('%s is refused', async (_, names, told) => {
  await expect(main(['convert', ...names.map(file)])).rejects.toThrow(told);
  expect((await openAsBlob(file('text.h5'))).size).toBe(10);
});
