import type { StoreApi } from 'zustand/vanilla';
import type { PhotosState } from './photosState';

type Progress = (done: number, total: number) => void;

/** Imports of photos: one at a time, alone in all tabs of a project, with its progress in the store. */
export function oneImport(store: StoreApi<PhotosState>, locks?: LockManager) {
  let current: AbortController | null = null;
  return {
    running: () => current !== null,
    /** Ends the import that is under way: its signal is aborted. */
    cancel: () => current?.abort(),
    /** Ends the one before, and answers or throws as `work` does. */
    async run<T>(name: string, work: (signal: AbortSignal, progress: Progress) => Promise<T>): Promise<T> {
      current?.abort();
      const own = new AbortController();
      current = own;
      store.setState({ importing: { name, done: 0, total: 0 }, trouble: null, outcome: null });
      const progress: Progress = (done, total) =>
        current === own && store.setState({ importing: { name, done, total } });
      const alone = () => work(own.signal, progress);
      try {
        return await (locks ? locks.request(`photos:${store.getState().project}`, alone) : alone());
      } finally {
        if (current === own) {
          current = null;
          store.setState({ importing: null });
        }
      }
    },
  };
}
