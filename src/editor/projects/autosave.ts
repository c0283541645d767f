import type { StoreApi } from 'zustand/vanilla';
import type { Document } from '../../document/document';
import type { Memory } from '../memory';
import type { ProjectStorage, StoredEntry } from './projectStorage';
import type { ProjectsState } from './projects';
import type { Editor } from '../store';
import { forgetUnsaved, keepUnsaved } from './unsaved';

/** Time in which changes are gathered into one save, in milliseconds: a drag makes a change per frame. */
const gathering = 60;

interface Surroundings {
  readonly store: StoreApi<ProjectsState>;
  readonly editor: Editor;
  readonly memory: readonly Memory[];
  readonly storage: () => ProjectStorage | null;
  readonly entryOf: (id: string, document: Document, revision: number) => StoredEntry;
  readonly announce: () => Promise<void>;
  /** A change in a tab that must not write the project: it gets a copy of its own. */
  readonly fork: () => Promise<void>;
  /** The project was written: nothing else needs to keep its changes. */
  readonly written: (id: string) => void;
  readonly onLeave?: (flush: () => void) => void;
}

export interface Autosave {
  /** Writes what has not been written yet. */
  flush(): Promise<void>;
  /** Writes the open project now. */
  save(): Promise<void>;
  /**
   * Changes of the document during `open` are another project, not a change of this one. `unsaved`: the database has an
   * older state of it.
   */
  pause(open: () => unknown, revision: number, unsaved: boolean): void;
  /** Nothing is written before this. */
  after(opened: Promise<void>): void;
  /** Was the open project ever written? */
  everSaved(): boolean;
  /** A write whose failure shows in the state; false when it failed. */
  guarded(write: () => Promise<void>): Promise<boolean>;
}

/** Saves the open project on every change. */
export function createAutosave(surroundings: Surroundings): Autosave {
  const { store, editor, memory, storage, entryOf, announce, fork, written } = surroundings;
  let saved: Document | null = editor.store.getState().document;
  let revision = 0;
  let paused = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();
  let forking = false;

  const dirty = () => editor.store.getState().document !== saved;
  const foreign = () => store.getState().elsewhere || store.getState().deleted;

  const guarded: Autosave['guarded'] = async (write) => {
    try {
      await write();
      store.setState({ saving: 'saved', failure: null });
      return true;
    } catch (error) {
      store.setState({ saving: 'failed', failure: failureOf(error) });
      return false;
    }
  };

  const writeNow = async () => {
    const id = store.getState().current;
    const { document } = editor.store.getState();
    if (id === null || foreign()) return;
    let deleted = false;
    const done = await guarded(async () => {
      const open = storage();
      if (open === null) throw new Error('The browser gives no storage.');
      // What another tab deleted does not come back by itself.
      deleted = revision > 0 && (await open.entry(id)) === null;
      if (!deleted) await open.save(entryOf(id, document, revision + 1), document);
    });
    if (deleted) {
      store.setState({ deleted: true });
      // It was changed since: like every change of a deleted project that is kept, besides being said.
      if (dirty()) keepAsNew(id);
    }
    if (!done || deleted) return;
    revision++;
    saved = document;
    if (dirty()) schedule();
    else {
      for (const place of memory) forgetUnsaved(place, id);
      written(id);
    }
    await announce();
  };

  const save = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    writing = writing.then(writeNow);
    return writing;
  };

  function schedule(): void {
    store.setState({ saving: 'saving' });
    timer ??= setTimeout(() => void save(), gathering);
  }

  /** The changed project becomes one of its own; until then a page that goes away keeps it in the small memory. */
  function keepAsNew(id: string): void {
    if (forking) return;
    forking = true;
    store.setState({ saving: 'saving' });
    void fork()
      .then(() => memory.forEach((place) => forgetUnsaved(place, id)))
      .finally(() => (forking = false));
  }

  editor.store.subscribe((state, before) => {
    const { current } = store.getState();
    if (state.document === before.document || paused || current === null) return;
    if (foreign()) keepAsNew(current);
    else schedule();
  });

  // A page that goes away has no time to wait for the database: what is not in it yet is kept in the small memory.
  surroundings.onLeave?.(() => {
    const id = store.getState().current;
    const keeping = forking && store.getState().deleted;
    if (id === null || !dirty() || (foreign() && !keeping)) return;
    const { document } = editor.store.getState();
    if (memory.some((place) => keepUnsaved(place, id, { revision, document }))) written(id);
    void save();
  });

  return {
    save,
    guarded,
    flush: () => (timer === null && !dirty() ? writing : save()),
    after: (opened) => void (writing = writing.then(() => opened)),
    everSaved: () => revision > 0,
    pause(open, at, unsaved) {
      paused = true;
      open();
      paused = false;
      saved = unsaved ? null : editor.store.getState().document;
      revision = at;
      if (unsaved) schedule();
    },
  };
}

/** Why the browser keeps nothing. */
export function failureOf(error: unknown): NonNullable<ProjectsState['failure']> {
  if (!(error instanceof Error)) return 'unavailable';
  if (error.name === 'QuotaExceededError') return 'full';
  return error.name === 'VersionError' ? 'newer' : 'unavailable';
}
