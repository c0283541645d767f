import type { Result } from '../../document/result';
import type { StoreApi } from 'zustand/vanilla';
import type { CachedWeights } from '../../pretrained/storage/cache';
import type { WeightsEntry } from '../../document/architecture';
import type { DownloadTrouble } from '../../pretrained/downloadTrouble';
import type { DownloadProgress } from '../../pretrained/progress';
import type { ChosenTrouble } from '../../pretrained/chosenTrouble';

/** What went wrong with weights, and with which. */
export type PretrainedTrouble =
  | DownloadTrouble
  | (ChosenTrouble & { readonly id: string })
  | { readonly code: 'failed'; readonly id: string; readonly detail: string };

/** Why weights are not on this device now: trouble, or nothing that has to be said. */
export type PretrainedNotKept = PretrainedTrouble | { readonly code: 'cancelled' | 'underWay'; readonly id: string };

export interface PretrainedState {
  /** Weights on this device; null until they have been looked for. */
  readonly cached: readonly CachedWeights[] | null;
  /** What is on its way, by id. */
  readonly downloads: Readonly<Record<string, DownloadProgress>>;
  /** The last trouble, shown until it is put away or tried again. */
  readonly trouble: PretrainedTrouble | null;
}

/** Pretrained weights on this device: what there is, what is on its way. Nothing here throws. */
export interface Pretrained {
  readonly store: StoreApi<PretrainedState>;
  refresh(): Promise<void>;
  /** Fetches an entry's weights and answers their id. */
  download(entry: WeightsEntry): Promise<Result<string, PretrainedNotKept>>;
  /** What came is kept to go on from. */
  cancel(id: string): void;
  /**
   * Keeps files that somebody chose: as those of a catalogue's entry, whose MD5 they must have where one is published, or
   * all of whose weights; else under their SHA-256. What cannot be opened is not kept. Answers the id.
   */
  addFiles(entry: WeightsEntry | null, files: readonly File[]): Promise<Result<string, PretrainedNotKept>>;
  remove(id: string): Promise<void>;
  dismiss(): void;
}
