import { indexedDbDatasets, memoryDatasets } from '../data/ownDatasets';
import { indexedDbCheckpoints, memoryCheckpoints } from './checkpoints/checkpoints';
import { openInWorker } from '../formats/weights/reading/openInWorker';
import { datasetById } from './input/datasets';
import { engineTroubleOf } from './protocol/engineError';
import { featuresDirectory, opfsFeatures } from './features/opfsFeatures';
import type { EngineEvent } from './protocol/events';
import type { Prediction } from './protocol/prediction';
import type { FromWorker, Request, ToWorker } from './protocol/protocol';
import { planReceiver } from './protocol/planOnce';
import { EngineSession } from './session';
import { patienceOf } from './watch/patience';
import { steps } from './watch/steps';
import { keepFiles, weightFile } from './model/storedWeights';
import { wasmFiles } from './backend/wasmFiles';

// With options, not a list: windows and workers take these alike, and so do the DOM's types.
const post = (message: FromWorker, transfer: Transferable[] = []) => globalThis.postMessage(message, { transfer });

const stored = 'indexedDB' in globalThis;
const ownDatasets = stored ? indexedDbDatasets() : memoryDatasets();

const emit = (event: EngineEvent) => post({ type: 'event', event });

const session = new EngineSession({
  wasmFiles,
  checkpoints: stored ? indexedDbCheckpoints() : memoryCheckpoints(),
  featureDisk: opfsFeatures(featuresDirectory),
  dataset: (id, project, want, signal) => {
    const decoding = (done: number, total: number) => emit({ type: 'decoding', done, total, project, runId: null });
    return datasetById(id, project, want, { own: ownDatasets, decoding, signal });
  },
  weightFile,
  keepFiles,
  openSaved: openInWorker,
  emit,
});

/** Buffers of what the model says go over without a copy. */
function buffersOf(answer: unknown): Transferable[] {
  if (answer instanceof Float32Array) return [answer.buffer as ArrayBuffer];
  if (Array.isArray(answer)) return answer.flatMap(buffersOf);
  if (typeof answer !== 'object' || answer === null) return [];
  if ('activations' in answer) return [...buffersOf((answer as Prediction).outputs), ...buffersOf(answer.activations)];
  return 'values' in answer ? buffersOf(answer.values) : [];
}

const received = planReceiver();
const underWay = new Map<number, { readonly own: AbortController; readonly request: Request }>();

/** Says that the worker lives, how far it is, and how long it may be busy in one piece. */
function signOfLife() {
  if (session.paused) steps.step();
  const all = [...underWay.values()].map(({ request }) => patienceOf(request, session.backendName, steps));
  post({ type: 'alive', sign: { steps: steps.done, patience: Math.max(0, ...all) } });
}
/** Milliseconds from one sign of life to the next. */
const pulse = 1000;
let beating: ReturnType<typeof setInterval> | null = null;

/** A request begins or has ended: who waits for none needs no sign. */
function beat() {
  if (underWay.size > 0) beating ??= setInterval(signOfLife, pulse);
  else if (beating !== null) {
    clearInterval(beating);
    beating = null;
  }
}

globalThis.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  const { id, ...message } = data;
  if (message.type === 'cancel') {
    underWay.get(id)?.own.abort();
    return;
  }
  const own = new AbortController();
  try {
    const request = received(message);
    steps.begin();
    underWay.set(id, { own, request });
    beat();
    signOfLife();
    const answer = await session.handle(request, own.signal);
    post({ id, type: 'done', answer }, buffersOf(answer));
  } catch (error) {
    post({ id, type: 'error', error: engineTroubleOf(error) });
  } finally {
    underWay.delete(id);
    beat();
  }
});
