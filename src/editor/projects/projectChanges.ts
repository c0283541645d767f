import type { Document } from '../../document/document';
import { setTitle } from '../../document/edits';
import type { Editor } from '../store';
import type { Autosave } from './autosave';
import type { Recovery } from './nothingToRecover';
import type { ProjectList } from './projectList';
import type { ProjectStorage, StoredEntry } from './projectStorage';
import type { Projects } from './projects';

interface Surroundings {
  readonly editor: Editor;
  readonly autosave: Autosave;
  readonly list: ProjectList;
  readonly entryOf: (id: string, document: Document, revision: number) => StoredEntry;
  readonly announce: () => Promise<void>;
  readonly read: (id: string) => Promise<Document | null>;
  /** Opens another project than this one. */
  readonly openNext: (after: string) => Promise<void>;
  readonly current: () => string | null;
  readonly storage: () => ProjectStorage | null;
  readonly recovery: () => Recovery;
  /** Had the last write no room? */
  readonly full: () => boolean;
}

/** What is done with whole projects, open or not. */
export function createProjectChanges(surroundings: Surroundings): Pick<Projects, 'duplicate' | 'rename' | 'remove'> {
  const { editor, autosave, list, entryOf, announce, read, openNext, current, storage, recovery, full } = surroundings;

  async function keep(id: string, document: Document, revision: number): Promise<void> {
    await autosave.guarded(() => storage()!.save(entryOf(id, document, revision), document));
    await announce();
  }

  return {
    async duplicate(id) {
      const document = id === current() ? editor.store.getState().document : await read(id);
      if (document === null || storage() === null) return id;
      const copy = crypto.randomUUID();
      await keep(copy, setTitle(`${document.title} (2)`)(document), 1);
      return copy;
    },
    async rename(id, title) {
      if (id === current()) return void editor.edit(setTitle(title));
      const document = await read(id);
      if (document === null) return;
      await keep(id, setTitle(title)(document), ((await storage()!.entry(id))?.revision ?? 0) + 1);
    },
    async remove(id) {
      await autosave.flush();
      const { deleteProject } = await import('./projectDeletion');
      const parts = { storage: storage(), recovery: recovery(), guarded: autosave.guarded };
      const restore = await deleteProject(id, parts);
      if (id === current()) await openNext(id);
      await list.refresh();
      // There is room now for what had none.
      const open = storage();
      if (open && full()) {
        await recovery().bring(open);
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
