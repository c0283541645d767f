import type { Dataset } from '../data/dataset';
import type { WasmFiles } from './backend';
import type { CheckpointStore } from './checkpoints';
import type { Answers, EngineEvent, Request } from './protocol';

/** What a session needs from where it runs: the worker in the page, or a test. */
export interface Surroundings {
  readonly wasmFiles: WasmFiles | null;
  readonly checkpoints: CheckpointStore;
  /** A dataset that every page has, or one of the project's own. Throws `EngineFailure('datasetUnavailable')`. */
  dataset(id: string, project: string): Promise<Dataset>;
  emit(event: EngineEvent): void;
}

export type Of<T extends Request['type']> = Extract<Request, { type: T }>;
/** What answers each request. */
export type Handlers = { [T in Request['type']]: (request: Of<T>) => Promise<Answers[T]> };
