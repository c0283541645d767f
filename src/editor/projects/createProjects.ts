import { createStore } from 'zustand/vanilla';
import type { Document } from '../../document/document';
import { setTitle } from '../../document/edits';
import { documentOf } from '../../document/reading/parse';
import { type Autosave, createAutosave } from './autosave';
import { type Memory, recall, remember } from '../memory';
import { type Locks, createProjectLock } from './projectLock';
import { type ProjectStorage, type StoredEntry, goneFrom } from './projectStorage';
import type { Projects, ProjectsState } from './projects';
import type { Editor } from '../store';

/** What projects need from the browser; each can be left out where there is none. */
export interface ProjectServices {
  readonly editor: Editor;
  /** Opens the database; rejects where there is no storage. */
  readonly openStorage: () => Promise<ProjectStorage>;
  readonly locks?: Locks;
  /** Remembers the open project over a reload: this tab's and this device's memory, the tab's first. */
  readonly memory: readonly Memory[];
  /** Says to other tabs that the list has changed, and hears it from them. */
  readonly tabs?: { tell(): void; listen(heard: () => void): void };
  /** Calls back when the page is about to go away. */
  readonly onLeave?: (flush: () => void) => void;
}

const lastKey = 'deepbrick:project';

export function createProjects(services: ProjectServices): Projects {
  const { editor, memory, tabs } = services;
  const store = createStore<ProjectsState>(() => ({
    ready: false,
    current: null,
    list: [],
    saving: 'saved',
    failure: null,
    elsewhere: false,
    unreadable: null,
  }));
  let storage: ProjectStorage | null = null;
  let makeFirst: () => Document = () => editor.store.getState().document;

  const now = () => new Date().toISOString();
  const current = () => store.getState().current;
  const shown = () => editor.store.getState().document;

  const refresh = async () => {
    const entries = (await storage?.entries()) ?? [];
    store.setState({ list: [...entries].sort((one, other) => other.changed.localeCompare(one.changed)) });
  };
  const announce = async () => {
    await refresh();
    tabs?.tell();
  };
  const entryOf = (id: string, document: Document, revision: number): StoredEntry => ({
    id,
    title: document.title,
    changed: now(),
    bricks: Object.keys(document.nodes).length,
    revision,
  });
  const autosave: Autosave = createAutosave({
    store,
    editor,
    memory,
    storage: () => storage,
    entryOf,
    announce,
    fork: () => takeOver('copy'),
    ...(services.onLeave ? { onLeave: services.onLeave } : {}),
  });
  const lock = createProjectLock(services.locks, {
    lost: (project) => project === current() && store.setState({ elsewhere: true }),
    gained: (project) => project === current() && void regained(project),
  });

  /** The other tab closed the project: this tab goes on with what that one saved. */
  async function regained(id: string): Promise<void> {
    const stored = await read(id);
    if (stored && JSON.stringify(stored) !== JSON.stringify(shown())) await show(id, stored);
    store.setState({ elsewhere: false });
  }

  async function show(id: string, document: Document): Promise<void> {
    const revision = (await storage?.entries())?.find((entry) => entry.id === id)?.revision ?? 0;
    // A copy that goes on with what is on the canvas keeps its history.
    autosave.pause(() => document !== shown() && editor.open(document), revision);
    store.setState({ current: id, unreadable: null });
    // Without storage or with a full one the last project is simply not remembered.
    for (const place of memory) remember(place, lastKey, id);
  }

  async function read(id: string): Promise<Document | null> {
    const stored = await storage?.document(id);
    if (stored === undefined) return null;
    const parsed = documentOf(stored);
    if (parsed.ok) return parsed.value;
    store.setState({ unreadable: parsed.error });
    return null;
  }

  async function open(id: string): Promise<void> {
    await autosave.flush();
    const document = await read(id);
    if (document === null) return;
    const mine = await lock.take(id);
    await show(id, document);
    store.setState({ elsewhere: !mine });
  }

  async function create(document: Document): Promise<string> {
    await autosave.flush();
    const id = crypto.randomUUID();
    await lock.take(id);
    await show(id, document);
    store.setState({ elsewhere: false });
    await autosave.save();
    return id;
  }

  async function takeOver(how: 'copy' | 'reload'): Promise<void> {
    const id = current();
    if (how === 'copy' || id === null) {
      editor.edit(setTitle(`${shown().title} (2)`));
      await create(shown());
      return;
    }
    await lock.steal(id);
    await regained(id);
  }

  tabs?.listen(() => void refresh());

  return {
    store,
    create,
    open,
    read,
    takeOver,
    async start(first) {
      makeFirst = first;
      try {
        storage = await services.openStorage();
        await autosave.recover();
        await refresh();
      } catch {
        storage = null;
        store.setState({ failure: 'unavailable', saving: 'failed' });
      }
      const { list } = store.getState();
      const remembered = memory
        .map((place) => recall(place, lastKey))
        .find((id) => list.some((entry) => entry.id === id));
      for (const id of [remembered, ...list.map((entry) => entry.id)]) {
        if (id !== undefined && id !== null && current() === null) await open(id);
      }
      if (current() === null) await create(first());
      store.setState({ ready: true });
    },
    gone: (ids) => goneFrom(storage, current(), ids),
    async duplicate(id) {
      const document = id === current() ? shown() : await read(id);
      if (document === null || storage === null) return id;
      const copy = crypto.randomUUID();
      const titled = setTitle(`${document.title} (2)`)(document);
      await autosave.guarded(() => storage!.save(entryOf(copy, titled, 1), titled));
      await announce();
      return copy;
    },
    async rename(id, title) {
      if (id === current()) {
        editor.edit(setTitle(title));
        return;
      }
      const document = await read(id);
      if (document === null) return;
      const titled = setTitle(title)(document);
      const revision = (await storage!.entries()).find((entry) => entry.id === id)?.revision ?? 0;
      await autosave.guarded(() => storage!.save(entryOf(id, titled, revision + 1), titled));
      await announce();
    },
    async remove(id) {
      await autosave.flush();
      const entry = (await storage?.entries())?.find((candidate) => candidate.id === id);
      const document = await storage?.document(id);
      await storage?.remove(id);
      await refresh();
      if (id === current()) {
        const [next] = store.getState().list;
        if (next) await open(next.id);
        else await create(makeFirst());
      }
      await announce();
      return async () => {
        if (entry && storage) await autosave.guarded(() => storage!.save(entry, document));
        await announce();
      };
    },
  };
}
