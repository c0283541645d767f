import type { StoreApi } from 'zustand/vanilla';
import type { Document } from '../../document/document';
import { documentOf } from '../../document/reading/parse';
import { type Result, done, refused } from '../../document/result';
import type { ProjectStorage, StoredEntry } from './projectStorage';
import { type ProjectTrouble, notRead } from './projectTrouble';
import type { ProjectEntry, ProjectsState } from './projects';
import type { Recovery } from './nothingToRecover';

interface Surroundings {
  readonly store: StoreApi<ProjectsState>;
  readonly storage: () => ProjectStorage | null;
  readonly recovery: () => Recovery;
  readonly entryOf: (id: string, document: Document, revision: number) => StoredEntry;
  /** Was the open project ever written? */
  readonly everSaved: () => boolean;
}

export interface ProjectList {
  /** Lists what there is, each project on its own; rejects with the browser's own error. */
  refresh(): Promise<void>;
  /** One project's document; what is wrong with it is in the state as well. */
  read(id: string): Promise<Result<Document, ProjectTrouble>>;
  /** Reads all that were not read yet. */
  inspect(): Promise<void>;
  salvage(id: string): Promise<string | null>;
}

export function createProjectList({ store, storage, recovery, entryOf, everSaved }: Surroundings): ProjectList {
  /** Projects whose entry is damaged, by what their document says of them; null where that is damaged, too. */
  const mended = new Map<string, ProjectEntry | null>();
  const fine = new Set<string>();

  const judge = (id: string, trouble: ProjectTrouble | null) => {
    const { [id]: before, ...others } = store.getState().troubles;
    if (trouble !== null) store.setState({ troubles: { ...others, [id]: trouble } });
    else if (before) store.setState({ troubles: others });
  };

  const stored = async (id: string): Promise<Result<Document, ProjectTrouble>> => {
    const pending = recovery().pending.get(id);
    if (pending) return done(pending.document);
    const leftover = recovery().leftovers.get(id);
    if (leftover) return refused(leftover.trouble);
    try {
      const document = await storage()?.document(id);
      return document === undefined ? refused({ code: 'noDocument', data: {} }) : documentOf(document);
    } catch (error) {
      return refused(notRead(error));
    }
  };

  const read: ProjectList['read'] = async (id) => {
    const document = await stored(id);
    judge(id, document.ok ? null : document.error);
    return document;
  };

  const mend = async (id: string): Promise<ProjectEntry> => {
    if (!mended.has(id)) {
      const document = await read(id);
      // When it was changed last is not known.
      mended.set(id, document.ok ? { ...entryOf(id, document.value, 0), changed: '' } : null);
    }
    return mended.get(id) ?? { id, title: '', changed: '', bricks: 0 };
  };

  const refresh = async () => {
    const [readable = [], damaged = []] = await Promise.all([storage()?.entries(), storage()?.damaged()]);
    const entries: ProjectEntry[] = [...readable];
    for (const { id } of entries) mended.delete(id);
    for (const id of damaged) entries.push(await mend(id));
    const known = new Set(entries.map(({ id }) => id));
    for (const [id, { entry }] of recovery().pending) if (!known.has(id)) entries.push(entry);
    for (const [id, { title, trouble }] of recovery().leftovers) {
      entries.push({ id, title, changed: '', bricks: 0 });
      judge(id, trouble);
    }
    const ids = new Set(entries.map(({ id }) => id));
    const { current, troubles } = store.getState();
    store.setState({
      list: entries.toSorted((one, other) => other.changed.localeCompare(one.changed)),
      troubles: Object.fromEntries(Object.entries(troubles).filter(([id]) => ids.has(id))),
      deleted: storage() !== null && current !== null && everSaved() && !ids.has(current),
    });
  };

  return {
    refresh,
    read,
    async inspect() {
      for (const { id, changed } of store.getState().list) {
        const state = `${id} ${changed}`;
        if (fine.has(state) || id === store.getState().current) continue;
        if ((await read(id)).ok) fine.add(state);
        // Between two of them the page may answer.
        await new Promise((resolve) => setTimeout(resolve));
      }
    },
    async salvage(id) {
      const { salvaged } = await import('./salvage');
      const pending = recovery().pending.get(id);
      const text = recovery().text(id) ?? (pending ? salvaged(pending.document) : null);
      if (text !== null) return text;
      const whole = await storage()?.whole(id);
      const kept = whole?.document ?? whole?.entry;
      return kept === undefined ? null : salvaged(kept);
    },
  };
}
