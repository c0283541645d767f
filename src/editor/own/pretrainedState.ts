import type { StoreApi } from 'zustand/vanilla';
import type { WeightsFrom } from '../../compile/plan';
import type { CachedWeights } from '../../pretrained/storage/cache';
import type { WeightsEntry } from '../../pretrained/catalogue';
import type { DownloadTrouble } from '../../pretrained/downloadTrouble';
import type { DownloadProgress } from '../../pretrained/progress';
import type { ChosenTrouble } from '../../pretrained/verifyChosen';

/** What went wrong with weights, and with which. */
export type PretrainedTrouble =
  | DownloadTrouble
  | (ChosenTrouble & { readonly id: string })
  | { readonly code: 'failed'; readonly id: string; readonly detail: string };

export interface PretrainedState {
  /** Weights on this device; null until they have been looked for. */
  readonly cached: readonly CachedWeights[] | null;
  /** What is on its way, by id. */
  readonly downloads: Readonly<Record<string, DownloadProgress>>;
  readonly trouble: PretrainedTrouble | null;
}

/** Pretrained weights on this device: what there is, what is on its way. Nothing here throws; trouble is in the state. */
export interface Pretrained {
  readonly store: StoreApi<PretrainedState>;
  refresh(): Promise<void>;
  /** Sees to it that weights are on this device, by downloading them if need be; false where they are not. */
  ensure(from: WeightsFrom): Promise<boolean>;
  download(entry: WeightsEntry): Promise<boolean>;
  /** What came is kept to go on from. */
  cancel(id: string): void;
  /**
   * Keeps files that somebody chose: as those of a catalogue's entry, whose MD5 they must have where one is published, or
   * all of whose weights; else under their SHA-256. What cannot be opened is not kept. The id, or null where that failed.
   */
  addFiles(entry: WeightsEntry | null, files: readonly File[]): Promise<string | null>;
  remove(id: string): Promise<void>;
  dismiss(): void;
}
