import { afterEach, describe, expect, it } from 'vitest';
import { stripesModel, stripesTraining } from '../../../e2e/fixtures/stripes';
import { library, templates } from '../../../templates/index';
import { buildTemplate } from '../../document/template';
import { createPreferences } from '../../editor/preferences';
import { createRunner } from '../../editor/run/runner';
import { createEditor } from '../../editor/store';
import { type Engine, type EngineNews, type Port, createEngine } from '../client';
import type { Ailment } from './testHangingWorker';

/** A real worker that can be made ill; a second of the watchdog takes a fifth of one. */
function setUp() {
  const workers: Worker[] = [];
  const start = (): Port => {
    const worker = new Worker(new URL('./testHangingWorker.ts', import.meta.url), { type: 'module' });
    workers.push(worker);
    return worker;
  };
  const engine = createEngine({ start, backend: () => 'wasm', second: 200 });
  engines.push(engine);
  const events: EngineNews[] = [];
  engine.subscribe((event) => events.push(event));
  const silences = () => events.flatMap((event) => (event.type === 'silence' ? [event.silence] : []));
  const ail = (ailment: Ailment) => workers.at(-1)!.postMessage({ ailment }, []);
  return { engine, events, silences, ail, workers };
}

const engines: Engine[] = [];
afterEach(async () => {
  for (const engine of engines.splice(0)) {
    await engine.request({ type: 'forget', project: 'sick', run: null });
    engine.dispose();
  }
});

const about = { project: 'sick', plan: stripesModel(), seed: 11 };
const values = new Float32Array(144).fill(90);
const sample = { width: 12, height: 12, channels: 1, values };

describe('a worker that never answers again', () => {
  it('is told of, ended by whoever cancels, and what is asked next is answered by another', async () => {
    const { engine, silences, ail, workers } = setUp();
    const before = await engine.request({ type: 'predict', about, sample, layers: [] });
    ail('hang');
    const own = new AbortController();
    const asked = engine.request({ type: 'predictMany', about, samples: [sample] }, own.signal);
    await expect.poll(silences, { timeout: 30_000 }).toMatchObject([{ kind: 'silent', request: 'predictMany' }]);
    own.abort();
    await expect(asked).rejects.toMatchObject({ error: { code: 'workerEnded', data: { how: 'silent' } } });
    expect(silences().at(-1)).toBeNull();
    const after = await engine.request({ type: 'predict', about, sample, layers: [] });
    expect(after.outputs).toEqual(before.outputs);
    expect(workers).toHaveLength(2);
  });

  it('nor does one that has crashed: it is told at once', async () => {
    const { engine, silences, ail } = setUp();
    await engine.request({ type: 'kept' });
    ail('crash');
    const asked = engine.request({ type: 'predict', about, sample, layers: [] });
    await expect(asked).rejects.toMatchObject({
      error: { code: 'workerEnded', data: { how: 'crashed', detail: expect.stringContaining('It crashed.') } },
    });
    expect((await engine.request({ type: 'predict', about, sample, layers: [] })).outputs).toHaveLength(1);
    expect(silences()).toEqual([]);
  });

  it('nor does one that has gone without a word', async () => {
    const { engine, silences, ail } = setUp();
    await engine.request({ type: 'kept' });
    ail('vanish');
    const asked = engine.request({ type: 'predict', about, sample, layers: [] }).catch((thrown: unknown) => thrown);
    await expect.poll(silences, { timeout: 30_000 }).toMatchObject([{ kind: 'silent', request: 'predict' }]);
    engine.restart();
    expect(await asked).toMatchObject({ error: { code: 'cancelled' } });
    expect((await engine.request({ type: 'predict', about, sample, layers: [] })).outputs).toHaveLength(1);
    expect(silences().at(-1)).toBeNull();
  });
});

it('in mid-training: Stop ends it, and the weights of the last epoch are back, in the same project on the same backend', async () => {
  const { engine, ail, workers } = setUp();
  const digits = buildTemplate(templates.find(({ id }) => id === 'digits')!);
  const layers = {
    ...digits,
    training: { ...digits.training, ...stripesTraining({ epochs: 500, dataset: 'digits', batchSize: 256 }) },
  };
  const editor = createEditor(layers, library);
  const preferences = createPreferences(sessionStorage);
  preferences.setState({ backend: 'wasm' });
  const runner = createRunner({ editor, engine, preferences });
  const state = () => runner.store.getState();
  await runner.openProject('sick');
  const running = runner.train();
  await expect.poll(() => state().run?.epochs.length ?? 0, { timeout: 120_000 }).toBeGreaterThan(0);
  ail('hang');
  await expect.poll(() => state().silence, { timeout: 60_000 }).toMatchObject({ request: 'train', kind: 'silent' });
  const { length } = state().run!.epochs;
  const { id } = state().run!;
  await runner.stop();
  await running;
  expect(workers).toHaveLength(2);
  expect(state()).toMatchObject({ phase: 'idle', silence: null, error: null, backend: { name: 'wasm' } });
  expect(state()).toMatchObject({ run: { id, state: 'stopped' }, model: { weights: 'trained', run: { id } } });
  expect(state().run!.epochs).toHaveLength(length);
  editor.edit((document) => ({ ...document, training: { ...document.training, epochs: 1 } }));
  await runner.continueTraining();
  expect(state().run!.epochs.map(({ epoch }) => epoch)).toEqual(
    Array.from({ length: length + 1 }, (_, index) => index + 1),
  );
});
