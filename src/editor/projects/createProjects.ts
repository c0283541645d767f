import { createStore } from 'zustand/vanilla';
import type { Document } from '../../document/document';
import { setTitle } from '../../document/edits';
import { type Autosave, createAutosave, failureOf } from './autosave';
import { inTurn } from '../inTurn';
import { recall, remember } from '../memory';
import { createProjectList } from './projectList';
import { createProjectLock } from './projectLock';
import type { ProjectServices } from './projectServices';
import { type ProjectStorage, goneFrom } from './projectStorage';
import { type Projects, type ProjectsState, atFirst } from './projects';
import { type Recovery, nothingToRecover } from './nothingToRecover';
import { hasUnsaved } from './unsaved';
import { entryOf } from './storedEntry';

const lastKey = 'deepbrick:project';

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
    const revision = (await storage?.entry(id))?.revision ?? 0;
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

  async function create(document: Document, id: string = crypto.randomUUID()): Promise<string> {
    await autosave.flush();
    await lock.take(id);
    await show(id, document);
    store.setState({ elsewhere: false });
    await autosave.save();
    return id;
  }

  async function takeOver(how: 'copy' | 'reload'): Promise<void> {
    const id = current();
    if (how === 'copy' || id === null) {
      const [fresh, left] = [crypto.randomUUID(), shown()];
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

  /** What a closed page left behind comes rarely, and so does what brings it in. */
  async function recover(open: ProjectStorage): Promise<void> {
    if (!memory.some(hasUnsaved)) return;
    const { createRecovery } = await import('./recovery');
    recovery = createRecovery({ memory, entryOf, guarded: autosave.guarded });
    await recovery.bring(open);
  }

  async function look(): Promise<void> {
    await list.refresh();
    store.setState({ openElsewhere: await lock.heldElsewhere() });
  }
  tabs?.listen(() => void look());
  return {
    store,
    create: (document) => oneByOne(() => create(document)),
    open: (id) => oneByOne(() => open(id)),
    read,
    takeOver,
    async start(first) {
      makeFirst = first;
      try {
        storage = await services.openStorage();
        await recover(storage);
        await list.refresh();
      } catch (error) {
        storage = null;
        store.setState({ failure: failureOf(error), saving: 'failed' });
      }
      const ids = store.getState().list.map((entry) => entry.id);
      const remembered = memory.map((place) => recall(place, lastKey)).find((id) => ids.includes(id ?? ''));
      for (const id of new Set([remembered ?? [], ids].flat())) if (await tryOpen(id)) break;
      if (current() === null) await create(first());
      store.setState({ ready: true });
    },
    async inspect() {
      await look();
      await list.inspect();
    },
    salvage: list.salvage,
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
      const revision = (await storage!.entry(id))?.revision ?? 0;
      await autosave.guarded(() => storage!.save(entryOf(id, titled, revision + 1), titled));
      await announce();
    },
    async remove(id) {
      await autosave.flush();
      const { deleteProject } = await import('./projectDeletion');
      const restore = await deleteProject(id, { storage, recovery, guarded: autosave.guarded });
      if (id === current()) await openNext(id);
      await list.refresh();
      // There is room now for what had none.
      if (storage && store.getState().failure === 'full') {
        await recovery.bring(storage);
        await autosave.save();
      }
      await announce();
      return async () => {
        await restore();
        await announce();
      };
    },
  };
}
