import { createStore } from 'zustand/vanilla';
import type { ReadingKind } from '../../data/photos/folders';
import { type PhotosClient, PhotosError } from '../../data/photos/photosClient';
import { thumbnailName } from '../../data/photos/photoFiles';
import { photosPrefix, sampleOrder, usable, usualHoldback } from '../../data/photos/photoSet';
import { type PhotoStorage, sweepProjects, tidyProject } from '../../data/photos/photoStorage';
import { type PhotoSet, parts } from '../../data/photos/photos';
import { folderChoice } from './folderChoice';
import { type Photos, type PhotosState, type PhotosTrouble, noPhotos } from './photosState';

export type { Photos, PhotosState, PhotosTarget, PhotosTrouble } from './photosState';

interface Parts {
  readonly storage: PhotoStorage;
  readonly client: PhotosClient;
  /** Keeps other tabs from tidying up while photos are imported; missing where pages have no locks. */
  readonly locks?: LockManager;
}

const mostUndone = 50;
/** Photos of each part that are shown as samples: reading thousands would take too long. */
const mostShown = 150;

function troubleOf(error: unknown): PhotosTrouble | null {
  if (error instanceof PhotosError) return error.trouble.code === 'cancelled' ? null : error.trouble;
  if (error instanceof DOMException && error.name === 'QuotaExceededError') return { code: 'storageFull' };
  return { code: 'failed', detail: error instanceof Error ? error.message : String(error) };
}

export function createPhotos({ storage, client, locks }: Parts): Photos {
  const { sets, files } = storage;
  const store = createStore<PhotosState>(() => ({ ...noPhotos, project: '', keeping: 0 }));
  const project = () => store.getState().project;
  const setOf = (id: string | null) => store.getState().sets.find((set) => set.id === id) ?? null;
  let importing: AbortController | null = null;
  const choice = folderChoice(store);
  let before: PhotoSet[] = [];

  const guarded = async <T>(work: () => Promise<T>, otherwise: T): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      store.setState({ trouble: troubleOf(error) });
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
  /** While no other tab imports into this project; not at all when one does. */
  const tidy = (owner: string) =>
    guarded(async () => {
      if (!locks) return;
      await locks.request(`photos:${owner}`, { ifAvailable: true }, async (lock) => {
        if (lock === null) return;
        await tidyProject(storage, owner);
        await sweepProjects(storage);
      });
    }, undefined);
  const freshId = (name: string) => {
    const plain = `${photosPrefix}${name.slice(0, 150)}`;
    const ids = store.getState().sets.map(({ id }) => id);
    for (let number = 2, id = plain; ; number++) {
      if (!ids.includes(id)) return id;
      id = `${plain} ${number}`;
    }
  };

  return {
    store,
    async openProject(id) {
      importing?.abort();
      remember([]);
      store.setState({ ...noPhotos, project: id });
      await guarded(async () => {
        const found = await sets.list(id);
        if (project() === id) store.setState({ sets: found });
      }, undefined);
      await tidy(id);
    },
    async add(given, { name, set: into, into: label }) {
      importing?.abort();
      const own = new AbortController();
      importing = own;
      const owner = project();
      remember([]);
      store.setState({ importing: { name, done: 0, total: 0 }, trouble: null, outcome: null });
      const work = async () => {
        const set = setOf(into) ?? { id: freshId(name), classes: [], photos: [], leftOut: [] };
        const how = { set, into: label, otherwise: name, holdback: usualHoldback };
        const progress = (done: number, total: number) =>
          importing === own && store.setState({ importing: { name, done, total } });
        const ask = (reading: ReadingKind | null) => {
          const question = { type: 'import', project: owner, files: given, how: { ...how, reading } } as const;
          return client.ask(question, own.signal, progress);
        };
        let answer = await ask(null);
        // Only a person knows what is meant; asked once, the worker does not ask again.
        if ('readings' in answer) answer = await ask(await choice.ask({ ...answer, name }, own.signal));
        if ('readings' in answer) throw new Error('The folders were not understood.');
        const { added, unread, without } = answer;
        const leftOut = answer.set.leftOut.slice(set.leftOut.length);
        if (answer.set.photos.length === 0 && setOf(set.id) === null) {
          store.setState({ trouble: unread > 0 ? { code: 'storageFull' } : { code: 'nothing', leftOut } });
          return null;
        }
        await keep(owner, answer.set);
        store.setState({ shown: set.id, outcome: { added, leftOut: leftOut.length, unread, without } });
        return set.id;
      };
      try {
        return await guarded(() => (locks ? locks.request(`photos:${owner}`, work) : work()), null);
      } finally {
        if (importing === own) {
          importing = null;
          store.setState({ importing: null });
        }
      }
    },
    answer: choice.answer,
    cancel: () => importing?.abort(),
    change: (id, edit) =>
      guarded(async () => {
        const set = setOf(id);
        if (set === null || importing !== null) return;
        const changed = edit(set);
        if (changed === set) return;
        remember([...before, set]);
        put(changed);
        await save(project(), changed);
      }, undefined),
    undo: () =>
      guarded(async () => {
        const last = before.at(-1);
        if (last === undefined || importing !== null) return;
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
      const gone: PhotoSet[] = [];
      await guarded(async () => {
        for (const set of await sets.list(owner)) {
          await sets.forget(owner, set.id);
          gone.push(set);
        }
      }, undefined);
      return () =>
        guarded(async () => {
          // Another tab may have swept the files meanwhile.
          const there = new Set(await files.names(owner));
          for (const set of gone) {
            await keep(owner, { ...set, photos: set.photos.filter(({ hash }) => there.has(hash)) });
          }
        }, undefined);
    },
  };
}
