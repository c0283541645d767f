import 'fake-indexeddb/auto';
import { expect, test, vi } from 'vitest';
import { importFile } from '../../data/tables/importFile';
import { indexedDbDatasets, memoryDatasets } from '../../data/ownDatasets';
import { createOwnData } from './ownData';

type Module = typeof import('../../data/tables/importFile');
// Papa Parse reads files with a FileReader, which Node does not have; texts it reads anywhere.
vi.mock('../../data/tables/importFile', async (original) => {
  const real = await original<Module>();
  const asText: Module['importFile'] = async (id, source, ...how) =>
    real.importFile(id, typeof source === 'string' ? source : await source.text(), ...how);
  return { ...real, importFile: asText };
});

const reading = { progress: () => undefined, signal: new AbortController().signal };
const text = Array.from({ length: 12 }, (_, x) => `${x},${x * 2.5}`).join('\n');
const table = (name: string) => importFile(`own:${name}`, text, name, reading);

test.each(['memory', 'IndexedDB'])(
  'a deleted project takes its datasets along, in %s, and can be brought back',
  async (where) => {
    const datasets = where === 'memory' ? memoryDatasets() : indexedDbDatasets(`data-${where}`);
    const data = createOwnData(datasets);
    await datasets.save('other', await table('stays.csv'));
    const ids = ['own:a.csv', 'own:b.csv'];
    for (const name of ['a.csv', 'b.csv']) await datasets.save('gone', await table(name));
    await data.openProject('gone');
    expect(data.store.getState().facts.map(({ id }) => id)).toEqual(ids);
    const before = await data.load('own:a.csv');
    const restore = await data.removeProject('gone');
    expect(await datasets.list('gone')).toEqual([]);
    expect(await data.load('own:a.csv')).toBeNull();
    expect((await datasets.list('other')).map(({ id }) => id)).toEqual(['own:stays.csv']);
    await restore();
    expect(await data.load('own:a.csv')).toEqual(before);
    expect(data.store.getState().facts.map(({ id }) => id)).toEqual(ids);
  },
);

test('a table is kept and answers its id; what is none, or was cancelled, leaves everything as it was', async () => {
  const data = createOwnData(memoryDatasets());
  await data.openProject('mine');
  expect(await data.add(new File([text], 'good.csv'))).toEqual({ ok: true, value: 'own:good.csv' });
  const empty = await data.add(new File([''], 'empty.csv'));
  expect(empty).toEqual({ ok: false, error: { code: 'empty' } });
  expect(data.store.getState().trouble).toEqual({ name: 'empty.csv', trouble: { code: 'empty' } });
  const adding = data.add(new File([text], 'late.csv'));
  data.cancel();
  expect(await adding).toEqual({ ok: false, error: { code: 'cancelled' } });
  const { facts, reading: under, trouble } = data.store.getState();
  expect([facts.map(({ id }) => id), under, trouble]).toEqual([['own:good.csv'], null, null]);
});
