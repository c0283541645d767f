import type { DataTrouble } from '../../data/fitting';
import type { WeightFileTrouble } from '../../formats/weights/weightFile';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import type { Found } from '../soundness/deadRun';
import type { NamedCause, Rate } from '../soundness/namedCause';
import type { BackendName } from './backendInfo';

/** Engine trouble as data; the sentence is made in `src/i18n/troubles/engineTrouble.ts`. */
export type EngineTrouble =
  | { readonly code: 'backendUnavailable'; readonly data: { readonly backend: BackendName } }
  | { readonly code: 'deviceLost'; readonly data: { readonly reason: string } }
  /** A run has lost its device for the `count`th time, and goes on after so many epochs. */
  | {
      readonly code: 'deviceReplaced';
      readonly data: {
        readonly reason: string;
        readonly count: number;
        readonly epochs: number;
        readonly backend: BackendName;
      };
    }
  | { readonly code: 'gpuError'; readonly data: { readonly message: string } }
  | {
      readonly code: 'tooLarge';
      readonly data: {
        readonly what: 'weight' | 'activation' | 'total';
        readonly name: string;
        readonly bytes: number;
        readonly limit: number;
        readonly batchSize: number | null;
      };
    }
  /** A loss, an output or a weight is no finite number any more; the model is as it was after the last good epoch. */
  | { readonly code: 'notANumber'; readonly data: Omit<Found, 'samples'> & { readonly cause: NamedCause } }
  /** The loss is a number, but one that says nothing: training goes on. */
  | {
      readonly code: 'absurdLoss';
      readonly data: { readonly epoch: number; readonly loss: number; readonly cause: NamedCause };
    }
  /** With a learning rate far above the usual one the loss has never fallen below its first value. */
  | { readonly code: 'stuckLoss'; readonly data: { readonly epoch: number; readonly loss: number } & Rate }
  | {
      readonly code: 'dataMismatch';
      readonly data: {
        readonly expected: readonly (number | null)[];
        readonly got: readonly number[];
        readonly what: 'input' | 'output' | DataTrouble['code'];
      };
    }
  /**
   * An axis that the model leaves open is shorter than the layer's window (`short`), or of a size that it does not take:
   * `got` comes in there, `input` into the model.
   */
  | {
      readonly code: 'dataUnfit';
      readonly data: {
        readonly layer: string;
        readonly reason: 'short' | 'size';
        readonly got: readonly number[];
        readonly input: readonly number[];
      };
    }
  | { readonly code: 'notRunnable'; readonly data: { readonly outputs: number; readonly inputs: number } }
  | { readonly code: 'datasetUnavailable'; readonly data: { readonly dataset: string; readonly detail: string } }
  | { readonly code: 'badImage'; readonly data: { readonly name: string; readonly detail: string } }
  | { readonly code: 'storageFull'; readonly data: { readonly needed: number } }
  | { readonly code: 'checkpointMismatch'; readonly data: { readonly project: string } }
  /** The weights are not in the cache yet: they must be downloaded or chosen. */
  /** Random weights are not worth a file. */
  | { readonly code: 'notTrained'; readonly data: Readonly<Record<string, never>> }
  /** The weights of a layer that nothing here computes are named otherwise in that format; `instead` takes them. */
  | {
      readonly code: 'keptNames';
      readonly data: {
        readonly layer: string;
        readonly className: string;
        /** Endings of files. */
        readonly format: string;
        readonly instead: string;
      };
    }
  | { readonly code: 'weightsMissing'; readonly data: { readonly id: string; readonly bytes: number | null } }
  | { readonly code: 'weightsMismatch'; readonly data: { readonly name: string; readonly report: MatchReport } }
  /** The file says of some layers by their order alone whose the weights are: nothing was changed until that is accepted. */
  | { readonly code: 'weightsByOrder'; readonly data: { readonly name: string; readonly report: MatchReport } }
  | { readonly code: 'weightsUnreadable'; readonly data: { readonly trouble: WeightFileTrouble } }
  /** The model has a file's weights, but there is no room for the file, or its keeping was cancelled. */
  | { readonly code: 'startNotKept'; readonly data: { readonly name: string; readonly bytes: number } }
  /** The file that the model started from was deleted from this device. */
  | { readonly code: 'startGone'; readonly data: { readonly name: string } }
  /** What the model had learned cannot be read back from this browser. */
  | { readonly code: 'weightsDamaged'; readonly data: Readonly<Record<string, never>> }
  /** The layer's output has no places, so nothing can be shown on the picture. */
  | { readonly code: 'notSpatial'; readonly data: { readonly layer: string } }
  /** A part of the page, or of the engine, did not come from the server. */
  | { readonly code: 'partMissing'; readonly data: { readonly address: string } }
  /** TensorFlow.js is another version than the one that our kernels patch. */
  | { readonly code: 'libraryChanged'; readonly data: { readonly part: string } }
  /** The engine's worker crashed, or was silent and not wanted any more; the next request starts a fresh one. */
  | { readonly code: 'workerEnded'; readonly data: { readonly how: 'crashed' | 'silent'; readonly detail: string } }
  | { readonly code: 'cancelled'; readonly data: Readonly<Record<string, never>> }
  | { readonly code: 'failed'; readonly data: { readonly detail: string } };
