import { createStore } from 'zustand/vanilla';
import type { ReadingKind } from '../../data/photos/folders';
import { type PhotosClient, PhotosError } from '../../data/photos/photosClient';
import { thumbnailName } from '../../data/photos/photoFiles';
import { freshSetId, sampleOrder, usable, usualHoldback } from '../../data/photos/photoSet';
import type { PhotoStorage } from '../../data/photos/photoStorage';
import { type PhotoSet, parts } from '../../data/photos/photos';
import { photosPrefix } from '../../document/training/datasetIds';
import { folderChoice } from './folderChoice';
import { forgetPhotos } from './forgottenPhotos';
import { oneImport } from './oneImport';
import { photosTroubleOf } from './photosTroubleOf';
import { tidyAlone } from './tidyAlone';
import { type Photos, type PhotosState, noPhotos } from './photosState';

export type { Photos, PhotosState, PhotosTarget, PhotosTrouble } from './photosState';

interface Parts {
  readonly storage: PhotoStorage;
  readonly client: PhotosClient;
  /** Keeps other tabs from tidying up while photos are imported; missing where pages have no locks. */
  readonly locks?: LockManager;
}

const nameOf = ({ id }: PhotoSet) => id.slice(photosPrefix.length);
const loadElsewhere = () => import('./photosElsewhere');
const mostUndone = 50;
/** Photos of each part that are shown as samples: reading thousands would take too long. */
const mostShown = 150;

export function createPhotos({ storage, client, locks }: Parts): Photos {
  const { sets, files } = storage;
  const store = createStore<PhotosState>(() => ({ ...noPhotos, project: '', keeping: 0 }));
  const project = () => store.getState().project;
  const setOf = (id: string | null) => store.getState().sets.find((set) => set.id === id) ?? null;
  const imports = oneImport(store, locks);
  /** The sets of the project are there after it. */
  let opening: Promise<void> = Promise.resolve();
  const choice = folderChoice(store);
  let before: PhotoSet[] = [];

  const guarded = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    const owner = project();
    try {
      return await work();
    } catch (error) {
      if (project() === owner) store.setState({ trouble: photosTroubleOf(error) });
      return otherwise;
    }
  };
  const remember = (sets: PhotoSet[]) => {
    before = sets.slice(-mostUndone);
    store.setState({ undoable: before.length > 0 });
  };
  const put = (set: PhotoSet) => {
    const others = store.getState().sets;
    const known = others.some(({ id }) => id === set.id);
    store.setState({ sets: known ? others.map((each) => (each.id === set.id ? set : each)) : [...others, set] });
  };
  const save = async (owner: string, set: PhotoSet) => {
    store.setState(({ keeping }) => ({ keeping: keeping + 1 }));
    try {
      await sets.save(owner, set);
    } finally {
      store.setState(({ keeping }) => ({ keeping: keeping - 1 }));
    }
  };
  const keep = async (owner: string, set: PhotoSet) => {
    await save(owner, set);
    if (project() === owner) put(set);
  };
  const underWay = (...asked: Parameters<typeof imports.run<string | null>>) => {
    remember([]);
    return guarded(() => imports.run(...asked), null);
  };
  const freshId = (name: string) => freshSetId(name, store.getState().sets);
  return {
    store,
    async openProject(id) {
      // What was asked about it is not asked any more.
      if (store.getState().question !== null) imports.cancel();
      remember([]);
      store.setState({ ...noPhotos, project: id });
      imports.show();
      opening = guarded(async () => {
        const found = await sets.list(id);
        if (project() === id) store.setState({ sets: found });
      }, undefined);
      await opening;
      await guarded(() => tidyAlone(storage, id, locks), undefined);
    },
    add(given, { name, set: into, into: label }) {
      // Of now: its turn may come when another project is shown.
      const owner = project();
      const known = setOf(into);
      const set = known ?? { id: freshId(name), classes: [], photos: [], leftOut: [] };
      return underWay(name, async (signal, progress) => {
        const how = { set, into: label, otherwise: name, holdback: usualHoldback };
        const ask = (reading: ReadingKind | null) => {
          const question = { type: 'import', project: owner, files: given, how: { ...how, reading } } as const;
          return client.ask(question, signal, progress);
        };
        let answer = await ask(null);
        // Only a person knows what is meant; asked once, the worker does not ask again.
        // Another project is shown by now: nobody can be asked.
        if ('readings' in answer && project() !== owner) throw new PhotosError({ code: 'cancelled' });
        if ('readings' in answer) answer = await ask(await choice.ask({ ...answer, name }, signal));
        if ('readings' in answer) throw new Error('The folders were not understood.');
        const { added, unread, without } = answer;
        const leftOut = answer.set.leftOut.slice(set.leftOut.length);
        if (answer.set.photos.length === 0 && known === null) {
          if (project() === owner)
            store.setState({ trouble: unread > 0 ? { code: 'storageFull' } : { code: 'nothing', leftOut } });
          return null;
        }
        await keep(owner, answer.set);
        if (project() === owner)
          store.setState({ shown: set.id, outcome: { added, leftOut: leftOut.length, unread, without } });
        return set.id;
      });
    },
    begin: (name, classes) =>
      guarded(async () => {
        const set = { id: freshId(name), classes, photos: [], leftOut: [] };
        await keep(project(), set);
        store.setState({ shown: set.id, outcome: null, trouble: null });
      }, undefined),
    answer: choice.answer,
    cancel: imports.cancel,
    change: (id, edit) =>
      guarded(async () => {
        const set = setOf(id);
        if (set === null || imports.running()) return;
        const changed = edit(set);
        if (changed === set) return;
        remember([...before, set]);
        put(changed);
        await save(project(), changed);
      }, undefined),
    undo: () =>
      guarded(async () => {
        const last = before.at(-1);
        if (last === undefined || imports.running()) return;
        remember(before.slice(0, -1));
        await keep(project(), last);
      }, undefined),
    async forget(id) {
      const owner = project();
      const set = setOf(id);
      await guarded(async () => {
        await sets.forget(owner, id);
        remember([]);
        const left = store.getState().sets.filter((each) => each.id !== id);
        store.setState({ sets: left, shown: left[0]?.id ?? null, outcome: null, trouble: null });
      }, undefined);
      return () => guarded(async () => void (set && (await keep(owner, set))), undefined);
    },
    show(id) {
      remember([]);
      store.setState({ shown: id, outcome: null, trouble: null });
    },
    thumbnail: (hash) => guarded(() => files.read(project(), thumbnailName(hash)), null),
    async load(id, signal) {
      const set = setOf(id);
      if (set === null || !usable(set)) return null;
      const order = sampleOrder(set);
      const some = parts.flatMap((part) => order.filter((photo) => photo.part === part).slice(0, mostShown));
      return client.ask({ type: 'thumbnails', project: project(), set: { ...set, photos: some } }, signal);
    },
    photo: (hash, want) => guarded(() => client.ask({ type: 'photo', project: project(), hash, want }), null),
    picture: (file, want) => guarded(() => client.ask({ type: 'picture', file, want }), null),
    async removeProject(owner) {
      imports.cancel(owner);
      const back = await guarded(
        () => forgetPhotos(storage, owner),
        async () => [],
      );
      return () =>
        guarded(async () => {
          for (const set of await back()) await keep(owner, set);
        }, undefined);
    },
    elsewhere: (known) => guarded(async () => (await loadElsewhere()).photosElsewhere(storage, project(), known), []),
    take(from, set) {
      const [to, opened] = [project(), opening];
      return underWay(nameOf(set), async (signal, progress) => {
        await opened;
        const id = freshSetId(nameOf(set), project() === to ? store.getState().sets : await sets.list(to));
        const { takenPhotos } = await loadElsewhere();
        const taken = await takenPhotos({ ...set, id }, { storage, from, to, signal, progress });
        if (taken === null) return null;
        if (project() === to) {
          put(taken);
          store.setState({ shown: taken.id });
        }
        return taken.id;
      });
    },
  };
}
