import type { Dataset } from '../data/dataset';
import type { WeightsFrom } from '../compile/plan';
import type { Interpolation } from '../data/photos/photos';
import type { NamedBlob } from '../formats/weights/weightFile';
import type { FeatureDisk } from './featureRows';
import type { WasmFiles } from './backend';
import type { CheckpointStore } from './checkpoints';
import type { Answers, EngineEvent, Request } from './protocol';

/** What photos are decoded to: the shape of the model's input, and how they get it. */
export interface WantedPhotos {
  readonly shape: readonly [height: number, width: number, channels: number];
  readonly interpolation: Interpolation;
}

/** What a session needs from where it runs: the worker in the page, or a test. */
export interface Surroundings {
  readonly wasmFiles: WasmFiles | null;
  readonly checkpoints: CheckpointStore;
  /** Where features outlive the page; null where nothing does. */
  readonly featureDisk?: FeatureDisk | null;
  /** A dataset that every page has, or one of the project's own. Throws `EngineFailure('datasetUnavailable')`. */
  dataset(id: string, project: string, want: WantedPhotos | null): Promise<Dataset>;
  /** The file that these weights lie in; null when it is not there yet. Missing: there are none. */
  weightFile?(from: WeightsFrom): Promise<readonly NamedBlob[] | null>;
  emit(event: EngineEvent): void;
}

export type Of<T extends Request['type']> = Extract<Request, { type: T }>;
/** What answers each request. */
export type Handlers = { [T in Request['type']]: (request: Of<T>) => Promise<Answers[T]> };
