import type { StoreApi } from 'zustand/vanilla';
import type { Document } from '../../document/document';
import { documentOf } from '../../document/reading/parse';
import { type Memory, recall, remember } from '../memory';
import type { ProjectStorage, StoredEntry } from './projectStorage';
import type { ProjectsState } from './projects';
import type { Editor } from '../store';

/** Time in which changes are gathered into one save, in milliseconds: a drag makes a change per frame. */
const gathering = 60;
const unsavedKey = 'deepbrick:unsaved';

interface Surroundings {
  readonly store: StoreApi<ProjectsState>;
  readonly editor: Editor;
  readonly memory: readonly Memory[];
  readonly storage: () => ProjectStorage | null;
  readonly entryOf: (id: string, document: Document, revision: number) => StoredEntry;
  readonly announce: () => Promise<void>;
  /** A change in a tab that must not write the project: it gets a copy of its own. */
  readonly fork: () => Promise<void>;
  readonly onLeave?: (flush: () => void) => void;
}

export interface Autosave {
  /** Writes what has not been written yet. */
  flush(): Promise<void>;
  /** Writes the open project now. */
  save(): Promise<void>;
  /** Changes of the document during `open` are another project, not a change of this one. */
  pause(open: () => unknown, revision: number): void;
  /** Brings in what a page that was closed could not write any more. */
  recover(): Promise<void>;
  /** A write whose failure shows in the state; false when it failed. */
  guarded(write: () => Promise<void>): Promise<boolean>;
}

type Unsaved = Readonly<Record<string, { readonly revision: number; readonly document: unknown }>>;

/** Saves the open project on every change. */
export function createAutosave(surroundings: Surroundings): Autosave {
  const { store, editor, memory, storage, entryOf, announce, fork } = surroundings;
  let saved = editor.store.getState().document;
  let revision = 0;
  let paused = false;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let writing: Promise<void> = Promise.resolve();
  let forking = false;

  const dirty = () => editor.store.getState().document !== saved;

  const guarded: Autosave['guarded'] = async (write) => {
    try {
      await write();
      store.setState({ saving: 'saved', failure: null });
      return true;
    } catch (error) {
      const full = error instanceof Error && error.name === 'QuotaExceededError';
      store.setState({ saving: 'failed', failure: full ? 'full' : 'unavailable' });
      return false;
    }
  };

  const writeNow = async () => {
    const id = store.getState().current;
    const { document } = editor.store.getState();
    if (id === null || store.getState().elsewhere) return;
    const done = await guarded(async () => {
      const open = storage();
      if (open === null) throw new Error('The browser gives no storage.');
      await open.save(entryOf(id, document, revision + 1), document);
    });
    if (!done) return;
    revision++;
    saved = document;
    if (dirty()) schedule();
    else for (const place of memory) forget(place, id);
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

  editor.store.subscribe((state, before) => {
    if (state.document === before.document || paused || store.getState().current === null) return;
    if (!store.getState().elsewhere) {
      schedule();
      return;
    }
    if (forking) return;
    forking = true;
    void fork().finally(() => (forking = false));
  });

  // A page that goes away has no time to wait for the database: what is not in it yet is kept in the small memory.
  surroundings.onLeave?.(() => {
    const id = store.getState().current;
    if (id === null || !dirty() || store.getState().elsewhere) return;
    const { document } = editor.store.getState();
    for (const place of memory) {
      const kept = { ...unsavedIn(place), [id]: { revision, document } };
      if (remember(place, unsavedKey, JSON.stringify(kept))) break;
    }
    void save();
  });

  return {
    save,
    guarded,
    flush: () => (timer === null && !dirty() ? writing : save()),
    pause(open, at) {
      paused = true;
      open();
      paused = false;
      saved = editor.store.getState().document;
      revision = at;
    },
    async recover() {
      const open = storage();
      if (open === null) return;
      const entries = await open.entries();
      for (const place of memory) {
        for (const [id, { revision: before, document }] of Object.entries(unsavedIn(place))) {
          const parsed = documentOf(document);
          if (!parsed.ok) continue;
          const stored = entries.find((entry) => entry.id === id)?.revision ?? 0;
          // Another tab has gone on with the project since: both keep their work.
          const target = stored > before + 1 ? crypto.randomUUID() : id;
          await open.save(entryOf(target, parsed.value, stored + 1), parsed.value);
        }
        remember(place, unsavedKey, null);
      }
    },
  };
}

function unsavedIn(place: Memory): Unsaved {
  const text = recall(place, unsavedKey);
  if (text === null) return {};
  try {
    return JSON.parse(text) as Unsaved;
  } catch {
    // Only this file writes the key; something broken in it cannot be brought back.
    return {};
  }
}

function forget(place: Memory, id: string): void {
  const { [id]: done, ...others } = unsavedIn(place);
  if (done !== undefined) remember(place, unsavedKey, Object.keys(others).length === 0 ? null : JSON.stringify(others));
}
