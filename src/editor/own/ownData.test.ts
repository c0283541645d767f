import 'fake-indexeddb/auto';
import { expect, test } from 'vitest';
import { importFile } from '../../data/tables/importFile';
import { indexedDbDatasets, memoryDatasets } from '../../data/ownDatasets';
import { openDB } from 'idb';
import type { Dataset } from '../../data/dataset';
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

test('a deleted file comes back to its own project, whichever is shown by then', async () => {
  const datasets = memoryDatasets();
  const data = createOwnData(datasets);
  await datasets.save('mine', await table('a.csv'));
  await data.openProject('mine');
  const before = await data.load('own:a.csv');
  const restore = await data.forget('own:a.csv');
  expect([data.store.getState().facts, await data.load('own:a.csv')]).toEqual([[], null]);
  await data.openProject('other');
  await restore();
  expect([data.store.getState().facts, await datasets.list('other')]).toEqual([[], []]);
  await data.openProject('mine');
  expect(await data.load('own:a.csv')).toEqual(before);
  await (
    await data.forget('own:a.csv')
  )();
  expect(data.store.getState().facts.map(({ id }) => id)).toEqual(['own:a.csv']);
});

test('a table is looked at, kept and answers its id; what is none, or was cancelled, leaves everything as it was', async () => {
  const data = createOwnData(memoryDatasets());
  await data.openProject('mine');
  expect(await data.take()).toEqual({ ok: false, error: { code: 'cancelled' } });
  const looked = await data.look({ file: new File([text], 'good.csv'), said: { header: false } });
  expect(looked).toMatchObject({ ok: true, value: { said: { header: false }, survey: { rows: 12 } } });
  expect(data.store.getState().facts).toEqual([]);
  data.choose({ ...data.store.getState().look!.choices, target: 0 });
  expect(await data.take()).toEqual({ ok: true, value: 'own:good.csv' });
  expect((await data.load('own:good.csv'))!.words).toEqual(['x2']);
  const empty = await data.look({ file: new File([''], 'empty.csv') });
  expect(empty).toEqual({ ok: false, error: { code: 'empty' } });
  expect(data.store.getState().trouble).toEqual({ name: 'empty.csv', trouble: { code: 'empty' } });
  const looking = data.look({ file: new File([text], 'late.csv') });
  data.cancel();
  expect(await looking).toEqual({ ok: false, error: { code: 'cancelled' } });
  const { facts, reading: under, trouble } = data.store.getState();
  expect([facts.map(({ id }) => id), under, trouble]).toEqual([['own:good.csv'], null, null]);
  await data.look({ file: new File([text], 'late.csv') });
  const taking = data.take();
  data.leave();
  expect(await taking).toEqual({ ok: false, error: { code: 'cancelled' } });
  expect(data.store.getState()).toMatchObject({ look: null, reading: null, facts: [{ id: 'own:good.csv' }] });
});

const damages: Readonly<Record<string, (dataset: Dataset) => unknown>> = {
  'values cut off': (dataset) => ({ ...dataset, values: dataset.values.slice(1) }),
  'no values': (dataset) => ({ ...dataset, values: undefined }),
  'answers cut off': (dataset) => ({
    ...dataset,
    target: { kind: 'numbers', names: ['y'], values: new Float32Array(3) },
  }),
  'no answers': (dataset) => ({ ...dataset, target: { kind: 'numbers' } }),
  'classes without labels': (dataset) => ({ ...dataset, target: { kind: 'classes', classes: ['a'] } }),
  nothing: () => null,
};
test.each(Object.entries(damages))('a stored table that is damaged is none: %s', async (name, damage) => {
  const database = `damaged ${name}`;
  const datasets = indexedDbDatasets(database);
  const whole = await table('a.csv');
  await datasets.save('p', whole);
  expect(await datasets.load('p', whole.id)).toEqual(whole);
  const connection = await openDB(database);
  await connection.put('datasets', { project: 'p', id: whole.id, dataset: damage(whole) });
  connection.close();
  expect(await datasets.load('p', whole.id)).toBeNull();
});

test('one whose facts are damaged is told by its file’s name, and the others are there', async () => {
  const datasets = indexedDbDatasets('damaged facts');
  await datasets.save('p', await table('whole.csv'));
  const connection = await openDB('damaged facts');
  await connection.put('facts', { project: 'p', id: 'own:broken.csv', facts: { id: 7 } });
  connection.close();
  const data = createOwnData(datasets);
  await data.openProject('p');
  expect(data.store.getState()).toMatchObject({
    facts: [{ id: 'own:whole.csv' }],
    trouble: { name: 'broken.csv', trouble: { code: 'damaged' } },
  });
});

test('what another tab deletes lives on in another project, as far as it is there or was read last', async () => {
  const datasets = memoryDatasets();
  const data = createOwnData(datasets);
  for (const name of ['read.csv', 'there.csv', 'lost.csv']) await datasets.save('old', await table(name));
  await data.openProject('old');
  const read = await data.load('own:read.csv');
  await datasets.forget('old', 'own:read.csv');
  await datasets.forget('old', 'own:lost.csv');
  await data.copyProject('old', 'new');
  expect((await datasets.list('new')).map(({ id }) => id).toSorted()).toEqual(['own:read.csv', 'own:there.csv']);
  expect(await datasets.load('new', 'own:read.csv')).toEqual(read);
});
