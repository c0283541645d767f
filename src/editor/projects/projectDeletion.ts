import type { Recovery } from './nothingToRecover';
import type { ProjectStorage, StoredProject } from './projectStorage';

interface Surroundings {
  readonly storage: ProjectStorage | null;
  readonly recovery: Recovery;
  /** A write whose failure shows in the state; false when it failed. */
  readonly guarded: (write: () => Promise<void>) => Promise<boolean>;
}

/** Deletes one project, whatever there is of it; the answer brings it back as it was. */
export async function deleteProject(
  id: string,
  { storage, recovery, guarded }: Surroundings,
): Promise<() => Promise<void>> {
  if (recovery.leftovers.has(id)) {
    const restore = recovery.forget(id);
    return async () => restore();
  }
  const pending = recovery.pending.get(id);
  recovery.written(id);
  let whole: StoredProject = { entry: undefined, document: undefined };
  try {
    whole = (await storage?.whole(id)) ?? whole;
  } catch {
    // What the browser does not give out cannot be brought back, but it can be deleted.
  }
  await storage?.remove(id);
  return async () => {
    if (storage === null) return;
    await guarded(() => (pending ? storage.save(pending.entry, pending.document) : storage.restore(id, whole)));
  };
}
