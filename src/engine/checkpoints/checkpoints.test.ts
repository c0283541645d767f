import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { describe, expect, it, vi } from 'vitest';
import { stripesModel, stripesTraining } from '../../../e2e/fixtures/stripes';
import { type CheckpointStore, indexedDbCheckpoints, memoryCheckpoints } from './checkpoints';
import { fingerprint } from '../../compile/fingerprint';
import type { WeightData } from '../protocol/weights';
import { frozenStripes, training, transferSession } from '../testTransfer';

const bytesOf = (value: unknown): number =>
  ArrayBuffer.isView(value)
    ? value.byteLength
    : typeof value === 'object' && value !== null
      ? Object.values(value).reduce((sum: number, inner) => sum + bytesOf(inner), 0)
      : 0;

async function stillOf(store: CheckpointStore) {
  const found = await store.load('p');
  if (found === null || found === 'damaged') throw new Error('There is none.');
  return found.still;
}

type Stored = { readonly weights: WeightData } & Readonly<Record<string, unknown>>;
const each = (weights: WeightData, change: (tensor: WeightData[string]) => unknown) =>
  Object.fromEntries(
    Object.entries(weights).map(([key, tensor], index) => [key, index === 1 ? change(tensor) : tensor]),
  );

/** What is written into the database, in order. */
function writes() {
  const put = vi.spyOn(IDBObjectStore.prototype, 'put');
  const stores = () => put.mock.contexts.map((store) => (store as IDBObjectStore).name);
  const bytes = () => put.mock.calls.map(([value]) => bytesOf(value));
  return { stores, bytes, end: () => put.mockRestore() };
}

describe('checkpoints in IndexedDB', () => {
  it('write frozen weights once, then only what is trained; another session answers the same and goes on', async () => {
    const written = writes();
    const first = await transferSession({ checkpoints: indexedDbCheckpoints('once') });
    await first.load(frozenStripes());
    const { evaluation } = await first.train(training({ epochs: 3 }));
    // Three epochs, and the end.
    expect(written.stores().filter((name) => name === 'still')).toHaveLength(1);
    expect(written.stores().filter((name) => name === 'checkpoints')).toHaveLength(4);
    const weights = await first.engine.handle({ type: 'weights' });
    const moving = Object.entries(weights).filter(([key]) => key.includes('dense'));
    const trained = bytesOf(Object.fromEntries(moving));
    const checkpoints = written.stores().flatMap((name, at) => (name === 'checkpoints' ? [written.bytes()[at]!] : []));
    // Adam keeps two numbers beside each weight, and its time.
    const epoch = 3 * trained + 8;
    expect(checkpoints.slice(0, 3)).toEqual([epoch, epoch, epoch]);
    // At the end comes what was said about the samples held back.
    expect(bytesOf(evaluation)).toBeGreaterThan(0);
    expect(checkpoints.slice(3)).toEqual([epoch + bytesOf(evaluation)]);
    written.end();

    const second = await transferSession({ checkpoints: indexedDbCheckpoints('once') });
    const run = await second.engine.restore(frozenStripes());
    expect(run?.epochs).toHaveLength(3);
    expect(await second.engine.handle({ type: 'weights' })).toEqual(weights);
    const on = await second.train(training({ epochs: 1 }), true);
    expect(on.epochs).toHaveLength(4);
    const all = await transferSession();
    await all.load(frozenStripes());
    const through = await all.train(training({ epochs: 4 }));
    expect(on.epochs[3]!.loss).toBeCloseTo(through.epochs[3]!.loss, 6);
  });

  it('write them again when other layers are frozen, and keep no old ones', async () => {
    const store = indexedDbCheckpoints('thawed');
    const { load, train, engine } = await transferSession({ checkpoints: store });
    await load(frozenStripes());
    await train(training({ epochs: 1 }));
    const before = await stillOf(store);
    const thawed = { ...frozenStripes(), steps: frozenStripes().steps.map((step) => ({ ...step, trainable: true })) };
    await load(thawed);
    await train(training({ epochs: 1 }), true);
    expect(Object.keys(before.weights).length).toBeGreaterThan(0);
    expect(await stillOf(store)).toEqual({ id: '', weights: {} });
    const database = await openDB('thawed');
    expect(await database.count('still')).toBe(0);
    database.close();
    const { engine: later } = await transferSession({ checkpoints: indexedDbCheckpoints('thawed') });
    await later.restore(thawed);
    expect(await later.handle({ type: 'weights' })).toEqual(await engine.handle({ type: 'weights' }));
  });

  it('of the first version are read, and replaced', async () => {
    const { load, engine, train } = await transferSession();
    await load(stripesModel());
    const run = await train(stripesTraining({ epochs: 1 }));
    const weights: WeightData = await engine.handle({ type: 'weights' });
    const old = await openDB('old', 1, {
      upgrade(fresh) {
        fresh.createObjectStore('checkpoints', { keyPath: 'project' });
        fresh.createObjectStore('runs', { keyPath: ['project', 'id'] }).createIndex('project', 'project');
      },
    });
    const optimizer = { name: 'adam', state: {} };
    await old.put('checkpoints', {
      project: 'p',
      fingerprint: fingerprint(stripesModel()),
      run,
      weights,
      optimizer,
      steps: 4,
    });
    await old.put('runs', { project: 'p', id: run.id, run });
    old.close();
    const store = indexedDbCheckpoints('old');
    const { engine: later } = await transferSession({ checkpoints: store });
    expect(await later.restore(stripesModel())).toEqual(run);
    expect(await later.handle({ type: 'weights' })).toEqual(weights);
    expect(await later.handle({ type: 'runs', project: 'p' })).toEqual([run]);
    await store.forget('p', null);
    expect(await store.load('p')).toBeNull();
  });

  const damages: Readonly<Record<string, (record: Stored) => unknown>> = {
    'no weights at all': (record) => ({ ...record, weights: undefined }),
    'weights that are no object': (record) => ({ ...record, weights: 7 }),
    'a tensor cut off': (record) => ({
      ...record,
      weights: each(record.weights, (t) => ({ ...t, values: t.values.slice(1) })),
    }),
    'a tensor without values': (record) => ({ ...record, weights: each(record.weights, ({ shape }) => ({ shape })) }),
    'a tensor of another shape': (record) => ({
      ...record,
      weights: each(record.weights, (t) => ({ ...t, shape: [...t.shape, 1] })),
    }),
    'a tensor missing': (record) => ({
      ...record,
      weights: Object.fromEntries(Object.entries(record.weights).slice(1)),
    }),
    'no optimizer': (record) => ({ ...record, optimizer: undefined }),
    'no run': (record) => ({ ...record, run: undefined }),
    null: () => ({ project: 'p' }),
  };
  it.each(Object.entries(damages))(
    'that are damaged are told of once, and the model can be trained anew: %s',
    async (name, damage) => {
      const database = `damaged ${name}`;
      const first = await transferSession({ checkpoints: indexedDbCheckpoints(database) });
      await first.load(stripesModel());
      await first.train(stripesTraining({ epochs: 1 }));
      const connection = await openDB(database);
      await connection.put('checkpoints', damage((await connection.get('checkpoints', 'p')) as Stored));
      connection.close();
      const second = await transferSession({ checkpoints: indexedDbCheckpoints(database) });
      await second.load(stripesModel());
      await second.load(stripesModel());
      const told = () => second.events.filter((event) => event.type === 'warning');
      expect(told()).toEqual([
        { type: 'warning', error: { code: 'weightsDamaged', data: {} }, project: 'p', runId: null },
      ]);
      expect(await second.engine.handle({ type: 'model' })).toEqual({ weights: 'drawn', run: null });
      expect(await second.engine.handle({ type: 'runs', project: 'p' })).toHaveLength(1);
      const run = await second.train(stripesTraining({ epochs: 1 }), true);
      expect(run.epochs).toHaveLength(1);
      const third = await transferSession({ checkpoints: indexedDbCheckpoints(database) });
      expect(await third.engine.restore(stripesModel())).toEqual(run);
      expect(told()).toHaveLength(1);
    },
  );

  it('a file that the model starts from, but whose record is damaged, is told of, too', async () => {
    const store = indexedDbCheckpoints('start damaged');
    await store.saveStart('p', { fingerprint: 'f', file: 'c0ffee', name: 'mine.h5' });
    const connection = await openDB('start damaged');
    await connection.put('starts', { project: 'p', file: 7 });
    connection.close();
    const { load, events, engine } = await transferSession({ checkpoints: store });
    await load(stripesModel());
    expect(events.filter((event) => event.type === 'warning')).toMatchObject([{ error: { code: 'weightsDamaged' } }]);
    expect(await engine.handle({ type: 'model' })).toEqual({ weights: 'drawn', run: null });
  });

  it('frozen weights that are gone are damage, too', async () => {
    const first = await transferSession({ checkpoints: indexedDbCheckpoints('still gone') });
    await first.load(frozenStripes());
    await first.train(training({ epochs: 1 }));
    const connection = await openDB('still gone');
    await connection.clear('still');
    connection.close();
    expect(await indexedDbCheckpoints('still gone').load('p')).toBe('damaged');
  });

  it.each(['stored', 'held'])('live on in another project, with runs: what is %s', async (where) => {
    const checkpoints = where === 'stored' ? indexedDbCheckpoints('copied') : memoryCheckpoints();
    const first = await transferSession({ checkpoints });
    await first.load(stripesModel());
    const run = await first.train(stripesTraining({ epochs: 2 }));
    const weights = await first.engine.handle({ type: 'weights' });
    // Another tab has deleted it meanwhile.
    if (where === 'held') await checkpoints.forget('p', null);
    await first.engine.handle({ type: 'copy', from: 'p', to: 'q' });
    const second = await transferSession({ checkpoints });
    await second.engine.load(stripesModel(), { project: 'q' });
    expect((await second.engine.handle({ type: 'model' })).run).toEqual(run);
    expect(await second.engine.handle({ type: 'weights' })).toEqual(weights);
    expect(await second.engine.handle({ type: 'runs', project: 'q' })).toEqual(where === 'stored' ? [run] : []);
  });

  it('are none for a project whose model starts from a file since', async () => {
    const store = indexedDbCheckpoints('start');
    const { load, train } = await transferSession({ checkpoints: store });
    await load(stripesModel());
    await train(stripesTraining({ epochs: 1 }));
    expect(await store.load('p')).not.toBeNull();
    await store.saveStart('p', { fingerprint: 'f', file: 'c0ffee', name: 'mine.h5' });
    expect(await store.load('p')).toBeNull();
    expect(await store.start('p')).toEqual({ fingerprint: 'f', file: 'c0ffee', name: 'mine.h5' });
    expect(await store.start('q')).toBeNull();
    await store.forget('p', null);
    expect(await store.start('p')).toBeNull();
  });

  it.each([
    ['IndexedDB', () => indexedDbCheckpoints('kept')],
    ['memory', memoryCheckpoints],
  ])('know the projects that something is kept of, until it is forgotten: %s', async (_, make) => {
    const store = make();
    const { load, train } = await transferSession({ checkpoints: store });
    await load(stripesModel());
    await train(stripesTraining({ epochs: 1 }));
    await store.saveStart('q', { fingerprint: 'f', file: 'c0ffee', name: 'mine.h5' });
    expect((await store.projects()).toSorted()).toEqual(['p', 'q']);
    await store.forget('p', null);
    expect(await store.projects()).toEqual(['q']);
    await store.forget('q', null);
    expect(await store.projects()).toEqual([]);
  });
});
