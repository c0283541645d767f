import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { importFile } from '../../data/tables/importFile';
import { indexedDbDatasets, memoryDatasets } from '../../data/ownDatasets';
import { createOwnData } from './ownData';

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
