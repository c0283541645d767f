import { backend } from '@tensorflow/tfjs-core';
import { expect, it } from 'vitest';
import { stripes, stripesModel, stripesTraining } from '../../../e2e/fixtures/stripes';
import { wasmFiles } from '../backend/wasmFiles';
import { memoryCheckpoints } from '../checkpoints/checkpoints';
import type { BackendName } from '../protocol/backendInfo';
import type { EngineEvent } from '../protocol/events';
import { testSession } from '../testSession';

const loseDevice = () => (backend() as unknown as { device?: GPUDevice }).device?.destroy();

/** A session with the model that tells stripes apart; `heard` sees every event as it is told. */
async function session(force: BackendName, heard: (event: EngineEvent) => void = () => undefined) {
  const events: EngineEvent[] = [];
  const checkpoints = memoryCheckpoints();
  const engine = testSession({
    wasmFiles,
    checkpoints,
    dataset: async () => stripes(),
    emit(event) {
      events.push(event);
      heard(event);
    },
  });
  await engine.handle({ type: 'backend', force });
  await engine.load(stripesModel());
  const train = (epochs: number) =>
    engine.handle({ type: 'train', training: stripesTraining({ epochs }), resume: false });
  return { engine, events, checkpoints, train };
}

const replaced = (events: readonly EngineEvent[]) =>
  events.flatMap((event) =>
    event.type === 'warning' && event.error.code === 'deviceReplaced' ? [event.error.data] : [],
  );

/** `VITE_DEVICE_LOSSES=20` in front of the command asks for more: each takes seconds where the GPU is simulated. */
const wanted = Number(import.meta.env['VITE_DEVICE_LOSSES'] ?? 4);
const length = wanted + 5;

it(`${wanted} losses in one run: every time from the last epoch on, nothing is missing or doubled`, async () => {
  let losses = 0;
  let epochs = 0;
  let lostAt = -1;
  const { events, checkpoints, train } = await session('webgpu', (event) => {
    if (event.type === 'run') epochs = event.run.epochs.length;
    if (event.type === 'saved') epochs = event.epoch;
    // In turn at the beginning of an epoch, in its middle, and while it is kept; never twice in one.
    const moment = (['epochs', 'progress', 'saved'] as const)[epochs % 3];
    if (losses === wanted || epochs <= lostAt || event.type !== moment) return;
    lostAt = epochs;
    losses++;
    loseDevice();
  });
  const run = await train(length);
  expect(run).toMatchObject({ state: 'finished', backend: 'webgpu' });
  expect(run.epochs.map(({ epoch }) => epoch)).toEqual(Array.from({ length }, (_, index) => index + 1));
  const told = replaced(events);
  expect(told.map(({ count }) => count)).toEqual(Array.from({ length: wanted }, (_, index) => index + 1));
  const kept = told.map((each) => each.epochs);
  expect(kept).toEqual([...new Set(kept)].toSorted((a, b) => a - b));
  expect(await checkpoints.load('p')).toMatchObject({ run });
  const { train: undisturbed } = await session('wasm');
  const same = await undisturbed(length);
  run.epochs.forEach(({ loss }, index) => expect(loss).toBeCloseTo(same.epochs[index]!.loss, 2));
  expect(run.evaluation!.accuracy).toBeCloseTo(same.evaluation!.accuracy!, 2);
});

it('a device that never lasts an epoch is given up for the next backend, and the run goes on', async () => {
  const { events, train } = await session('webgpu', (event) => event.type === 'progress' && loseDevice());
  const run = await train(2);
  expect(run).toMatchObject({ state: 'finished', backend: 'wasm', epochs: [{ epoch: 1 }, { epoch: 2 }] });
  expect(replaced(events).map(({ backend: name }) => name)).toEqual([...Array<string>(5).fill('webgpu'), 'wasm']);
});

it('lost while nothing was trained: what is asked next is answered as before', async () => {
  const { engine, train } = await session('webgpu');
  const sample = { width: 12, height: 12, channels: 1, values: new Float32Array(144).fill(90) };
  const answer = async () => (await engine.handle({ type: 'predict', sample, layers: [] })).outputs[0]!.values;
  for (const trained of [false, true]) {
    if (trained) await train(1);
    const before = await answer();
    loseDevice();
    await new Promise((resolve) => setTimeout(resolve, 100));
    (await answer()).forEach((value, index) => expect(value).toBeCloseTo(before[index]!, 5));
  }
});
