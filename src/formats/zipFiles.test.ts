import { unzipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { zipEntries } from './zipEntries';
import { zipFiles } from './zipFiles';

function bytes(size: number): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(size);
  for (let at = 0; at < size; at++) values[at] = (at * 7919) % 251;
  return values;
}
const files = {
  'README.md': '# 모델\n',
  'empty.txt': '',
  'src/model.ts': 'const line = 1;\n'.repeat(40_000),
  'weights/group1-shard1of1.bin': bytes(5 * 2 ** 20),
  'weights/model.weights.h5': bytes(10_001),
  'data/table.csv': bytes(700_000),
};
const wanted = Object.entries(files).map(([path, content]) => [
  path,
  typeof content === 'string' ? new TextEncoder().encode(content) : content,
]);
const read = async (zip: Blob) => unzipSync(new Uint8Array(await zip.arrayBuffer()));
const same = (one: Uint8Array, other: Uint8Array) => Buffer.compare(Buffer.from(one), Buffer.from(other)) === 0;

describe('a zip', () => {
  test.each(['', 'deepbrick-digits'])('has every file byte for byte, in folder “%s”', async (folder) => {
    const found = await read(await zipFiles(files, folder));
    const lead = folder === '' ? '' : `${folder}/`;
    expect(Object.keys(found)).toEqual(Object.keys(files).map((path) => lead + path));
    for (const [path, content] of wanted)
      expect(same(found[`${lead}${path as string}`]!, content as Uint8Array)).toBe(true);
  });

  test('is read by our own reader, with the sizes of the files', async () => {
    const entries = await zipEntries(await zipFiles(files, ''));
    expect(entries.map(({ name, size }) => [name, size])).toEqual(
      wanted.map(([path, content]) => [path, (content as Uint8Array).byteLength]),
    );
    expect(await (await entries[0]!.open()).text()).toBe(files['README.md']);
  });

  test('packs text, and has the same bytes again', async () => {
    const [one, other] = [await zipFiles(files, ''), await zipFiles(files, '')];
    expect(same(await one.bytes(), await other.bytes())).toBe(true);
    const [text] = (await zipEntries(one)).filter(({ name }) => name === 'src/model.ts');
    expect(text!.packed).toBeLessThan(text!.size / 50);
    expect(one.type).toBe('application/zip');
  });

  test('does not change what it is given', async () => {
    const before = bytes(5 * 2 ** 20);
    await zipFiles(files, '');
    expect(same(files['weights/group1-shard1of1.bin'], before)).toBe(true);
  });

  test('without files is empty', async () => {
    expect(await read(await zipFiles({}, 'folder'))).toEqual({});
  });
});

describe('packing', () => {
  test('says how far it is, up to the end', async () => {
    const said: number[] = [];
    await zipFiles(files, '', { progress: (done) => said.push(done) });
    expect(said.at(-1)).toBe(1);
    expect(said).toEqual(said.toSorted((one, other) => one - other));
  });

  test.each(['before', 'during'] as const)('ends when it is stopped %s', async (when) => {
    const stop = new AbortController();
    if (when === 'before') stop.abort(new Error('stopped'));
    const large = { ...files, 'large.csv': bytes(12 * 2 ** 20) };
    const packed = zipFiles(large, '', { signal: stop.signal, progress: () => stop.abort(new Error('stopped')) });
    await expect(packed).rejects.toThrow('stopped');
  });
});
