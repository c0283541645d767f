import type { StoreApi } from 'zustand/vanilla';
import type { PhotosState } from './photosState';

type Progress = (done: number, total: number) => void;

/**
 * Imports of photos: one at a time in each project, alone in all tabs. Each goes on where another project is opened meanwhile;
 * its progress is in the store while its own is shown.
 */
export function oneImport(store: StoreApi<PhotosState>, locks?: LockManager) {
  /** By project. */
  const under = new Map<string, { readonly end: AbortController; importing: NonNullable<PhotosState['importing']> }>();
  const shown = () => store.getState().project;
  return {
    running: () => under.has(shown()),
    /** Ends the import that is under way: its signal is aborted. */
    cancel: (project = shown()) => under.get(project)?.end.abort(),
    /** What is under way in the project that is shown now. */
    show: () => store.setState({ importing: under.get(shown())?.importing ?? null }),
    /** Ends the one before, and answers or throws as `work` does. */
    async run<T>(name: string, work: (signal: AbortSignal, progress: Progress) => Promise<T>): Promise<T> {
      const project = shown();
      under.get(project)?.end.abort();
      const own = { end: new AbortController(), importing: { name, done: 0, total: 0 } };
      under.set(project, own);
      store.setState({ importing: own.importing, trouble: null, outcome: null });
      const progress: Progress = (done, total) => {
        if (under.get(project) !== own) return;
        own.importing = { name, done, total };
        if (shown() === project) store.setState({ importing: own.importing });
      };
      const alone = () => work(own.end.signal, progress);
      try {
        return await (locks ? locks.request(`photos:${project}`, alone) : alone());
      } finally {
        if (under.get(project) === own) {
          under.delete(project);
          if (shown() === project) store.setState({ importing: null });
        }
      }
    },
  };
}
