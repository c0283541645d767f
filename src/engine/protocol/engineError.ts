import type { Misfit } from '../../data/compatibility';
import type { BackendName } from './protocol';
import type { TransferError } from './transferProtocol';

/** Engine trouble as data; the sentence is made in `src/i18n/engineErrors.ts`. */
export type EngineError =
  | TransferError
  | { readonly code: 'backendUnavailable'; readonly data: { readonly backend: BackendName } }
  | { readonly code: 'deviceLost'; readonly data: { readonly reason: string } }
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
  | { readonly code: 'notANumber'; readonly data: { readonly epoch: number; readonly batch: number } }
  | {
      readonly code: 'dataMismatch';
      readonly data: {
        readonly expected: readonly (number | null)[];
        readonly got: readonly number[];
        readonly what: 'input' | 'output' | Misfit['code'];
      };
    }
  | { readonly code: 'notRunnable'; readonly data: { readonly outputs: number; readonly inputs: number } }
  | { readonly code: 'datasetUnavailable'; readonly data: { readonly dataset: string; readonly detail: string } }
  | { readonly code: 'badImage'; readonly data: { readonly name: string; readonly detail: string } }
  | { readonly code: 'storageFull'; readonly data: { readonly needed: number } }
  | { readonly code: 'checkpointMismatch'; readonly data: { readonly project: string } }
  /** A part of the page, or of the engine, did not come from the server. */
  | { readonly code: 'partMissing'; readonly data: { readonly address: string } }
  | { readonly code: 'cancelled'; readonly data: Readonly<Record<string, never>> }
  | { readonly code: 'failed'; readonly data: { readonly detail: string } };
