import { indexedDbDatasets, memoryDatasets } from '../data/ownDatasets';
import { indexedDbCheckpoints, memoryCheckpoints } from './checkpoints';
import { datasetById } from './datasets';
import { errorOf } from './failure';
import type { FromWorker, Prediction, ToWorker } from './protocol';
import { EngineSession } from './session';
import { wasmFiles } from './wasmFiles';

/** What a dedicated worker has; the DOM's types, which the page needs, know only windows. */
interface WorkerScope {
  postMessage(message: FromWorker, transfer: Transferable[]): void;
  addEventListener(type: 'message', listener: (event: MessageEvent<ToWorker>) => void): void;
}

const scope = globalThis as unknown as WorkerScope;
const post = (message: FromWorker, transfer: Transferable[] = []) => scope.postMessage(message, transfer);

const stored = 'indexedDB' in scope;
const ownDatasets = stored ? indexedDbDatasets() : memoryDatasets();

const session = new EngineSession({
  wasmFiles,
  checkpoints: stored ? indexedDbCheckpoints() : memoryCheckpoints(),
  dataset: (id, project) => datasetById(id, project, ownDatasets),
  emit: (event) => post({ type: 'event', event }),
});

/** Buffers of a prediction go over without a copy. */
function buffersOf(answer: unknown): Transferable[] {
  if (typeof answer !== 'object' || answer === null || !('activations' in answer)) return [];
  const { outputs, activations } = answer as Prediction;
  return [...outputs, ...activations].map(({ values }) => values.buffer);
}

scope.addEventListener('message', async ({ data }: MessageEvent<ToWorker>) => {
  try {
    const answer = await session.handle(data);
    post({ id: data.id, type: 'done', answer }, buffersOf(answer));
  } catch (error) {
    post({ id: data.id, type: 'error', error: errorOf(error) });
  }
});
