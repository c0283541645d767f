import type { BackendInfo } from './backendInfo';
import type { Cut, NoCut } from './cut';
import type { EngineTrouble } from './engineTrouble';
import type { BatchProgress, Run } from './run';

/** What happens between a request and its answer. */
export type EngineEvent =
  | { readonly type: 'backend'; readonly backend: BackendInfo }
  | { readonly type: 'progress'; readonly progress: BatchProgress }
  /** The run at its start and after every epoch. */
  | { readonly type: 'epoch'; readonly run: Run }
  | { readonly type: 'state'; readonly state: Run['state'] }
  /** The run has had its epochs, and is judged. */
  | { readonly type: 'evaluating' }
  | { readonly type: 'saved'; readonly epoch: number }
  | { readonly type: 'warning'; readonly error: EngineTrouble }
  /** Weights on their way onto the device, in bytes. */
  | { readonly type: 'weights'; readonly name: string; readonly done: number; readonly total: number }
  /** A saved model being written, in bytes. */
  | { readonly type: 'saving'; readonly done: number; readonly total: number }
  /** Photos being decoded. */
  | { readonly type: 'decoding'; readonly done: number; readonly total: number }
  /** The frozen part being computed, in pictures. */
  | { readonly type: 'features'; readonly done: number; readonly total: number }
  | { readonly type: 'many'; readonly done: number; readonly total: number }
  | { readonly type: 'cut'; readonly cut: Cut | NoCut };
