import type { Dataset } from '../data/dataset';
import type { WeightsFrom } from '../compile/plan';
import type { WantedPhotos } from '../data/photos/photoDataset';
import type { OpenSaved } from '../formats/saved/readSavedModel';
import type { NamedBlob } from '../formats/weights/weightFile';
import type { FeatureDisk } from './features/featureRows';
import type { WasmFiles } from './backend/wasmFiles';
import type { CheckpointStore } from './checkpoints/checkpoints';
import type { EngineEvent } from './protocol/events';
import type { Share } from './protocol/share';

/** What a session needs from where it runs: the worker in the page, or a test. */
export interface Surroundings {
  readonly wasmFiles: WasmFiles | null;
  readonly checkpoints: CheckpointStore;
  /** Where features outlive the page; null where nothing does. */
  readonly featureDisk?: FeatureDisk | null;
  /** A dataset that every page has, or one of the project's own. Throws `EngineError('datasetUnavailable')`. */
  dataset(id: string, project: string, want: WantedPhotos | null, signal: AbortSignal): Promise<Dataset>;
  /** The file that these weights lie in; null when it is not there yet. Missing: there are none. */
  weightFile?(from: WeightsFrom): Promise<readonly NamedBlob[] | null>;
  /** Keeps files on this device; the id they have from then on. Throws `DownloadError('noRoom')`. Missing: nothing is kept. */
  keepFiles?(files: readonly NamedBlob[], signal: AbortSignal, progress: (share: Share) => void): Promise<string>;
  /** Opens files of weights where a reader that is stuck can be ended. Missing: in this thread. */
  readonly openSaved?: OpenSaved;
  emit(event: EngineEvent): void;
}
