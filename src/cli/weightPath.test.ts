import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { zipSync } from 'fflate';
import { afterAll, expect, test } from 'vitest';
import { WeightFileError } from '../formats/weights/weightFile';
import { openInThread } from './reading/openInThread';
import { filesAt } from './weightPath';

const folder = mkdtempSync(join(tmpdir(), 'deepbrick-paths-'));
afterAll(() => rmSync(folder, { recursive: true }));

const hdf5 = Uint8Array.of(0x89, 0x48, 0x44, 0x46, 0x0d, 0x0a, 0x1a, 0x0a);
const graph = '{"format":"graph-model","weightsManifest":[]}';
const files: readonly (readonly [string, string | Uint8Array])[] = [
  ['model.json', '{"images":[]}'],
  ['package.json', '{"name":"x"}'],
  ['another.json', graph],
  ['weights.h5', hdf5],
  ['weights-without-an-end', hdf5],
  ['all.zip', zipSync({ 'model.json': new TextEncoder().encode(graph) })],
  ['group1-shard1of2.bin', '{ begins as JSON does'],
  ['group1-shard2of2', Uint8Array.of(1, 2, 3)],
];
for (const [name, content] of files) writeFileSync(join(folder, name), content);

const shards = ['group1-shard1of2.bin', 'group1-shard2of2'];

test.each([
  ['model.json', ['model.json', ...shards]],
  ['package.json', ['package.json', ...shards]],
  ['.', ['model.json', ...shards]],
  ['weights.h5', ['weights.h5']],
  ['group1-shard2of2', ['group1-shard2of2']],
])('%s means itself and what may be its shards, no other model beside it', async (path, wanted) => {
  const names = (await filesAt(join(folder, path))).map(({ name }) => name);
  expect(names.toSorted()).toEqual(wanted.toSorted());
  expect(names[0]).toBe(wanted[0]);
});

test.each(['model.json', 'package.json', '.'])('%s is refused by its own name', async (path) => {
  const refused = openInThread(await filesAt(join(folder, path)));
  const name = path === '.' ? 'model.json' : path;
  await expect(refused).rejects.toSatisfy(
    (error: unknown) => error instanceof WeightFileError && 'name' in error.trouble && error.trouble.name === name,
  );
});
