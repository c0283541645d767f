import type { ProjectStorage, StoredProject } from './projectStorage';
import type { Recovery } from './recovery';

interface Surroundings {
  readonly storage: () => ProjectStorage | null;
  readonly recovery: Recovery;
  /** A write whose failure shows in the state; false when it failed. */
  readonly guarded: (write: () => Promise<void>) => Promise<boolean>;
}

/** Deletes one project, whatever there is of it; the answer brings it back as it was. */
export function projectDeletion({ storage, recovery, guarded }: Surroundings) {
  return async (id: string): Promise<() => Promise<void>> => {
    if (recovery.leftovers.has(id)) {
      const restore = recovery.forget(id);
      return async () => restore();
    }
    const open = storage();
    const pending = recovery.pending.get(id);
    recovery.written(id);
    let whole: StoredProject = { entry: undefined, document: undefined };
    try {
      whole = (await open?.whole(id)) ?? whole;
    } catch {
      // What the browser does not give out cannot be brought back, but it can be deleted.
    }
    await open?.remove(id);
    return async () => {
      if (!open) return;
      await guarded(() => (pending ? open.save(pending.entry, pending.document) : open.restore(id, whole)));
    };
  };
}
