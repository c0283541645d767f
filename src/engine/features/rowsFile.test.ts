import { describe, expect, it, vi } from 'vitest';
import { FeatureMemory } from './featureRows';
import { openRows } from './featureStore';
import { opfsFeatures } from './opfsFeatures';
import { type MemoryDirectory, memoryDirectory } from './testDirectory';

/** A row takes 1.5 MB, so that two of them make a block. */
const numbers = 400_000;
const row = (value: number) => new Float32Array(numbers).fill(value);
const ids = ['a', 'b', 'c', 'd', 'e'];

/** A shelf for the five rows; in memory when it is large enough for them. */
async function store(files: MemoryDirectory, most: number) {
  const disk = opfsFeatures(async () => files);
  return (await openRows({ key: 'k', numbers, ids: new Set(ids), memory: new FeatureMemory(), disk, most }))!;
}

const first = (opened: Awaited<ReturnType<typeof store>>, id: string) => {
  const into = new Float32Array(numbers);
  opened.read(id, into);
  return [into[0], into[numbers - 1]];
};

describe.each([
  ['memory', Infinity],
  ['disk', 0],
] as const)('rows in %s', (where, most) => {
  it('are written in blocks, read back while they wait, and found by the next page', async () => {
    const files = memoryDirectory();
    const before = await store(files, most);
    expect(before.where).toBe(where);
    ids.forEach((id, place) => {
      expect(before.keep(id, row(place))).toBe(true);
      expect(first(before, id)).toEqual([place, place]);
    });
    expect(files.writes()).toBe(2);
    expect(before.full).toBe(false);
    before.pace(0.5);
    expect(before.save()).toBe(true);
    expect(files.writes()).toBe(4);
    before.close();
    const after = await store(files, most);
    ids.forEach((id, place) => expect(first(after, id)).toEqual([place, place]));
    expect(after.seconds).toBe(0.5);
    after.close();
  });

  /** What was kept at a disk like this; then there is room again, and the rest is kept. */
  async function interrupted(files: MemoryDirectory): Promise<readonly string[]> {
    const before = await store(files, most);
    const kept = ids.map((id, place) => before.keep(id, row(place)));
    const saved = before.save();
    // In memory it serves this page all the same.
    expect([...kept, saved].includes(false)).toBe(where === 'disk');
    const there = ids.filter((id) => before.has(id));
    expect(there.map((id) => first(before, id))).toEqual(there.map((id) => [ids.indexOf(id), ids.indexOf(id)]));
    expect(ids.every((id) => before.has(id))).toBe(where === 'memory');
    before.close();
    const roomy = memoryDirectory();
    for (const [name, bytes] of files.files) roomy.files.set(name, bytes);
    const after = await store(roomy, most);
    const missing = ids.filter((id) => !after.has(id));
    for (const id of missing) expect(after.keep(id, row(ids.indexOf(id)))).toBe(true);
    expect(after.save()).toBe(true);
    ids.forEach((id, place) => expect(first(after, id)).toEqual([place, place]));
    after.close();
    return missing;
  }

  it.each([
    // A page that has them in memory writes no more after that.
    [1, where === 'memory' ? 'abcde' : 'ab'],
    [2, where === 'memory' ? 'cde' : 'cd'],
    [3, 'e'],
    // The list of them: a row makes room for it.
    [4, 'e'],
  ])('a write %i that finds no room loses no more than: %s', async (failing, lost) => {
    expect((await interrupted(memoryDirectory({ failing }))).join('')).toBe(lost);
  });

  it.each([
    ['a block', 4 * numbers * 3, 'cde'],
    ['two blocks, and not for the list of them', 4 * numbers * 4 + 20, 'de'],
    ['nothing', 0, 'abcde'],
  ])('a disk with room for %s', async (_, room, lost) => {
    expect((await interrupted(memoryDirectory({ room }))).join('')).toBe(lost);
  });
});

it('whose they are is not lost when there is no room to write it anew', async () => {
  const files = memoryDirectory();
  const before = await store(files, 0);
  before.keep('a', row(1));
  before.keep('b', row(2));
  expect(before.save()).toBe(true);
  before.close();
  const full = memoryDirectory({ room: [...files.files.values()].reduce((sum, { length }) => sum + length, 0) });
  for (const [name, bytes] of files.files) full.files.set(name, bytes);
  const after = await store(full, 0);
  after.keep('c', row(3));
  expect(after.save()).toBe(false);
  after.close();
  expect(JSON.parse(new TextDecoder().decode(full.files.get('k.json')))).toMatchObject({ ids: ['a', 'b'] });
});

it('of more models than are kept, the least used go; other files of the place stay', async () => {
  const files = memoryDirectory();
  files.files.set('notes.txt', new Uint8Array([1]));
  const disk = opfsFeatures(async () => files);
  let now = 1_000;
  const clock = vi.spyOn(Date, 'now').mockImplementation(() => now);
  const use = async (key: string) => {
    now += 1_000;
    const file = (await disk.open(key, 2))!;
    file.append('a', new Float32Array([1, 2]));
    file.save(0.5);
    file.close();
  };
  const there = () => [...files.files.keys()].filter((name) => name.endsWith('.json')).map((name) => name.slice(0, -5));
  for (const key of ['k1', 'k2', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8']) await use(key);
  expect(there()).toHaveLength(8);
  // The oldest one is used again: the next goes in its stead.
  await use('k1');
  expect(there()).toHaveLength(8);
  await use('k9');
  expect(there().toSorted()).toEqual(['k1', 'k3', 'k4', 'k5', 'k6', 'k7', 'k8', 'k9']);
  expect([...files.files.keys()].filter((name) => name.endsWith('.bin'))).toHaveLength(8);
  expect(files.files.has('notes.txt')).toBe(true);
  clock.mockRestore();
});
