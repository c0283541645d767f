import { createStore } from 'zustand/vanilla';
import type { Document } from '../../document/document';
import { setTitle } from '../../document/edits';
import { type Autosave, createAutosave, failureOf } from './autosave';
import { inTurn } from '../inTurn';
import { recall, remember } from '../memory';
import { createProjectChanges } from './projectChanges';
import { createProjectList } from './projectList';
import { createProjectLock } from './projectLock';
import type { ProjectServices } from './projectServices';
import { type ProjectStorage, goneFrom } from './projectStorage';
import { type Projects, type ProjectsState, type Start, atFirst } from './projects';
import { type Recovery, nothingToRecover } from './nothingToRecover';
import { hasUnsaved } from './unsaved';
import { entryOf } from './storedEntry';

const lastKey = 'deepbrick:project';
const freshId = (): string => crypto.randomUUID();

export function createProjects(services: ProjectServices): Projects {
  const { editor, memory, tabs } = services;
  const store = createStore<ProjectsState>(() => atFirst);
  let storage: ProjectStorage | null = null;
  let recovery: Recovery = nothingToRecover;
  const oneByOne = inTurn();
  let makeFirst: () => Document = () => editor.store.getState().document;

  const current = () => store.getState().current;
  const shown = () => editor.store.getState().document;
  const announce = async () => {
    await list.refresh();
    tabs?.tell();
  };
  const autosave: Autosave = createAutosave({
    store,
    editor,
    memory,
    storage: () => storage,
    entryOf,
    announce,
    fork: () => takeOver('copy'),
    written: (id) => recovery.written(id),
    ...(services.onLeave ? { onLeave: services.onLeave } : {}),
  });
  const { everSaved } = autosave;
  const list = createProjectList({ store, storage: () => storage, recovery: () => recovery, entryOf, everSaved });
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
    showAt(id, document, (await storage?.entry(id))?.revision ?? 0);
  }

  function showAt(id: string, document: Document, revision: number): void {
    // A copy that goes on with what is on the canvas keeps its history.
    const open = () => document !== shown() && editor.open(document);
    autosave.pause(open, revision, recovery.pending.has(id));
    store.setState({ current: id, deleted: false });
    // Without storage or with a full one the last project is simply not remembered.
    for (const place of memory) remember(place, lastKey, id);
  }

  async function read(id: string): Promise<Document | null> {
    const document = await list.read(id);
    return document.ok ? document.value : null;
  }

  /** Shows a project if it can be read; else it is told which one cannot. */
  async function tryOpen(id: string): Promise<boolean> {
    const document = await list.read(id);
    if (!document.ok) {
      const title = store.getState().list.find((entry) => entry.id === id)?.title ?? '';
      store.setState(({ unread }) => ({ unread: [...unread, { id, title, trouble: document.error }] }));
      return false;
    }
    const mine = await lock.take(id);
    await show(id, document.value);
    store.setState({ elsewhere: !mine });
    tabs?.tell();
    return true;
  }

  async function open(id: string): Promise<void> {
    await autosave.flush();
    store.setState({ unread: [] });
    await tryOpen(id);
  }

  async function create(document: Document, id = freshId()): Promise<string> {
    await autosave.flush();
    await lock.take(id);
    showAt(id, document, 0);
    store.setState({ elsewhere: false });
    await autosave.save();
    return id;
  }

  async function takeOver(how: 'copy' | 'reload'): Promise<void> {
    const id = current();
    if (how === 'copy' || id === null) {
      const [fresh, left] = [freshId(), shown()];
      // What was deleted has no other of its name, and takes along what is left of it; meanwhile another may be opened.
      if (!store.getState().deleted) editor.edit(setTitle(`${shown().title} (2)`));
      else if (id !== null) await services.copyKept?.(id, fresh);
      return void (await create(current() === id ? shown() : left, fresh));
    }
    await lock.steal(id);
    await regained(id);
  }

  async function openNext(after: string): Promise<void> {
    for (const { id } of store.getState().list) if (id !== after && (await tryOpen(id))) return;
    await create(makeFirst());
  }

  async function openStorage(): Promise<void> {
    try {
      storage = await services.openStorage();
      // What a closed page left behind comes rarely, and so does what brings it in.
      if (memory.some(hasUnsaved)) {
        const { createRecovery } = await import('./recovery');
        recovery = createRecovery({ memory, entryOf, guarded: autosave.guarded });
        await recovery.bring(storage);
      }
      await list.refresh();
    } catch (error) {
      storage = null;
      store.setState({ failure: failureOf(error), saving: 'failed' });
    }
  }

  async function start(first: () => Document, { wanted = null, onShown }: Start): Promise<void> {
    makeFirst = first;
    const remembered = memory.map((place) => recall(place, lastKey)).filter((id) => id !== null);
    // What is new is seen while the database is still being opened, which takes as long as drawing it.
    const fresh = wanted ?? (remembered.length === 0 ? first() : null);
    const opened = openStorage();
    autosave.after(opened);
    const id = freshId();
    if (fresh !== null) {
      showAt(id, fresh, 0);
      store.setState({ saving: 'saving' });
      onShown?.();
    }
    await opened;
    const ids = store.getState().list.map((entry) => entry.id);
    // What was changed meanwhile is not put away for what was there before.
    if (wanted === null && (fresh === null || shown() === fresh)) {
      if (ids.length > 0) store.setState({ saving: 'saved' });
      const last = remembered.find((each) => ids.includes(each)) ?? [];
      for (const each of new Set([last, ids].flat())) if (await tryOpen(each)) return onShown?.();
    }
    if (fresh === null) return void (await create(first(), id).then(onShown));
    await lock.take(id);
    await autosave.save();
  }

  async function look(): Promise<void> {
    await list.refresh();
    store.setState({ openElsewhere: await lock.heldElsewhere() });
  }
  tabs?.listen(() => void look());
  const changes = createProjectChanges({
    editor,
    autosave,
    list,
    entryOf,
    announce,
    read,
    openNext,
    current,
    storage: () => storage,
    recovery: () => recovery,
    full: () => store.getState().failure === 'full',
  });
  return {
    store,
    create: (document) => oneByOne(() => create(document)),
    open: (id) => oneByOne(() => open(id)),
    read,
    takeOver,
    start: (first, more = {}) => oneByOne(() => start(first, more)),
    async inspect() {
      await look();
      await list.inspect();
    },
    salvage: list.salvage,
    gone: (ids) => goneFrom(storage, current(), ids),
    ...changes,
  };
}
