import type { StoreApi } from 'zustand/vanilla';
import type { ReadingKind } from '../../data/photos/folders';
import { PhotosError } from '../../data/photos/photosClient';
import type { PhotosState } from './photosState';

/** Asks, by the store, how folders are meant that can be understood in several ways. */
export function folderChoice(store: StoreApi<PhotosState>) {
  let chosen: (reading: ReadingKind) => void = () => undefined;
  return {
    answer: (reading: ReadingKind) => chosen(reading),
    /** Rejects with `PhotosError` when the import is cancelled meanwhile. */
    ask: (question: NonNullable<PhotosState['question']>, signal: AbortSignal) =>
      new Promise<ReadingKind>((resolve, reject) => {
        chosen = resolve;
        signal.addEventListener('abort', () => reject(new PhotosError({ code: 'cancelled' })), { once: true });
        store.setState({ question });
      }).finally(() => store.setState({ question: null })),
  };
}
