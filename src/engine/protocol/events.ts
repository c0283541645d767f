import type { BackendInfo } from './backendInfo';
import type { Cut, NoCut } from './cut';
import type { EngineTrouble } from './engineTrouble';
import type { Run } from './run';
import type { BatchProgress, EpochMetrics } from './curves';
import type { Share } from './share';

/** What happens in a run. */
export type RunHappening =
  | { readonly type: 'progress'; readonly progress: BatchProgress }
  /** The run at its start, and where it goes on after a lost device. */
  | { readonly type: 'run'; readonly run: Run }
  /** Epochs that it has done since; several where they are short. */
  | { readonly type: 'epochs'; readonly epochs: readonly EpochMetrics[] }
  | { readonly type: 'state'; readonly state: Run['state'] }
  /** The run has had its epochs, and is judged. */
  | { readonly type: 'evaluating' }
  | { readonly type: 'saved'; readonly epoch: number }
  /** The frozen part being computed, in pictures. */
  /** Samples from which layers learn of the data, before the first epoch. */
  | ({ readonly type: 'adapting' } & Share)
  | ({ readonly type: 'features' } & Share)
  | { readonly type: 'cut'; readonly cut: Cut | NoCut }
  | { readonly type: 'warning'; readonly error: EngineTrouble };

/** What happens to a project's model. */
export type ModelHappening =
  /** Weights on their way onto the device, in bytes. */
  | ({ readonly type: 'weights'; readonly name: string } & Share)
  /** A saved model being written, in bytes. */
  | ({ readonly type: 'saving' } & Share)
  /** Photos being decoded. */
  | ({ readonly type: 'decoding' } & Share)
  | ({ readonly type: 'many' } & Share)
  | { readonly type: 'warning'; readonly error: EngineTrouble };

/** What happens between a request and its answer, and whose it is: the project, and in a run that run's id. */
export type EngineEvent = { readonly type: 'backend'; readonly backend: BackendInfo } | ProjectEvent;

export type ProjectEvent =
  | (ModelHappening & { readonly project: string; readonly runId: null })
  | (RunHappening & { readonly project: string; readonly runId: string });
