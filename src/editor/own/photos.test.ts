import 'fake-indexeddb/auto';
import { PNG } from 'pngjs';
import { describe, expect, test, vi } from 'vitest';
import { type FolderImported, type FolderQuestion, importFolder, questionOf } from '../../data/photos/importFolder';
import { type PhotosClient, PhotosError } from '../../data/photos/photosClient';
import { photoDatabase } from '../../data/photos/photoDatabase';
import { movePhotos, renameClass } from '../../data/photos/photoSet';
import { type PhotoStorage, memoryPhotos, sweepProjects } from '../../data/photos/photoStorage';
import type { PhotosAnswers, PhotosRequest } from '../../data/photos/photosProtocol';
import { createPhotos } from './photos';

/** The worker's import in this thread; PNGs are decoded as Node can. */
function clientOf({ files }: PhotoStorage): PhotosClient {
  const imported = (request: PhotosRequest, signal: AbortSignal): Promise<FolderImported | FolderQuestion> => {
    if (request.type !== 'import') throw new PhotosError({ code: 'failed', detail: request.type });
    const sources = request.files.map(({ path, file }) => ({ path, size: file.size, open: async () => file }));
    const question = request.how.reading === null ? questionOf(sources.map(({ path }) => path)) : null;
    if (question !== null) return Promise.resolve(question);
    return importFolder(sources, request.how, {
      files,
      project: request.project,
      look: async (file) => {
        const { width, height } = PNG.sync.read(Buffer.from(await file.arrayBuffer()));
        return { width, height, thumbnail: new Blob(['small']) };
      },
      progress: () => undefined,
      signal,
    }).catch((error: unknown) => {
      throw signal.aborted ? new PhotosError({ code: 'cancelled' }) : error;
    });
  };
  return {
    ask: async <T extends PhotosRequest['type']>(request: PhotosRequest, signal = new AbortController().signal) =>
      (await imported(request, signal)) as PhotosAnswers[T],
  };
}

function photo(path: string, seed: number) {
  const picture = new PNG({ width: 8, height: 8 });
  picture.data.fill(255);
  picture.data[0] = seed;
  return { path, file: new File([new Uint8Array(PNG.sync.write(picture))], path.split('/').at(-1)!) };
}
const folder = [photo('cats/1.png', 1), photo('cats/2.png', 2), photo('dogs/3.png', 3), photo('dogs/4.png', 4)];
const target = { name: 'pets', set: null, into: null };
/** Locks as a browser with one tab has them, as far as photos ask for them. */
function locksOfOneTab(): LockManager {
  const held = new Map<string, Promise<unknown>>();
  const request = async (
    name: string,
    how: LockOptions | ((lock: Lock | null) => Promise<unknown>),
    then?: (lock: Lock | null) => Promise<unknown>,
  ): Promise<unknown> => {
    const work = typeof how === 'function' ? how : then!;
    if (typeof how !== 'function' && how.ifAvailable && held.has(name)) return work(null);
    const before = held.get(name) ?? Promise.resolve();
    const own = before.then(() => work({ name, mode: 'exclusive' }));
    const over = own.then(
      () => undefined,
      () => undefined,
    );
    held.set(name, over);
    await over;
    if (held.get(name) === over) held.delete(name);
    return own;
  };
  return { request, query: async () => ({ held: [], pending: [] }) } as LockManager;
}
const storages = { memory: memoryPhotos, IndexedDB: () => photoDatabase(`photos-${Math.random()}`) };

describe.each(Object.keys(storages) as (keyof typeof storages)[])('in %s', (where) => {
  const start = async (locks?: LockManager) => {
    const storage = storages[where]();
    const photos = createPhotos({ storage, client: clientOf(storage), ...(locks && { locks }) });
    await photos.openProject('one');
    return { storage, photos, state: photos.store.getState };
  };

  test('a folder is kept with its project; a second one of the same name gets another id', async () => {
    const { storage, photos, state } = await start();
    expect(await photos.add(folder, target)).toBe('photos:pets');
    expect(await photos.add(folder.slice(0, 2), target)).toBe('photos:pets 2');
    expect(state()).toMatchObject({ shown: 'photos:pets 2', importing: null, trouble: null, outcome: { added: 2 } });
    const again = createPhotos({ storage, client: clientOf(storage) });
    await again.openProject('one');
    expect(again.store.getState().sets).toEqual(state().sets);
    const [first] = state().sets;
    expect(await (await again.thumbnail(first!.photos[0]!.hash))!.text()).toBe('small');
    await again.openProject('two');
    expect(again.store.getState().sets).toEqual([]);
  });

  test('a change is shown at once, and counted until it is kept', async () => {
    const { storage, photos, state } = await start();
    const id = (await photos.add(folder, target))!;
    expect(state().keeping).toBe(0);
    const changed = photos.change(id, renameClass(0, 'kittens'));
    expect(state().sets[0]!.classes[0]).toBe('kittens');
    expect(state().keeping).toBe(1);
    await changed;
    expect(state().keeping).toBe(0);
    expect((await storage.sets.list('one'))[0]!.classes[0]).toBe('kittens');
  });

  test('changes are kept and can be taken back', async () => {
    const { storage, photos, state } = await start();
    const id = (await photos.add(folder, target))!;
    const [before] = state().sets;
    await photos.change(id, renameClass(0, 'kittens'));
    await photos.change(id, movePhotos(new Set([before!.photos[0]!.hash]), 1));
    expect(state().undoable).toBe(true);
    const [kept] = await storage.sets.list('one');
    expect(kept!.classes).toEqual(['kittens', 'dogs']);
    expect(kept!.photos.map(({ label }) => label)).toEqual([1, 0, 1, 1]);
    await photos.undo();
    await photos.undo();
    expect(state()).toMatchObject({ undoable: false, sets: [before] });
    expect(await storage.sets.list('one')).toEqual([before]);
  });

  test('a deleted project takes its photos along, and can be brought back until its files are swept', async () => {
    const { storage, photos, state } = await start();
    await photos.add(folder, target);
    const before = state().sets;
    const restore = await photos.removeProject('one');
    expect(await storage.sets.list('one')).toEqual([]);
    await restore();
    expect(await storage.sets.list('one')).toEqual(before);
    await photos.removeProject('one');
    expect(await storage.files.projects()).toEqual(['one']);
    await sweepProjects(storage);
    expect(await storage.files.projects()).toEqual([]);
  });

  test('a folder without a photo changes nothing and says why; a set that is deleted comes back', async () => {
    const { photos, state } = await start();
    await photos.add(folder, target);
    const before = state().sets;
    const text = { path: 'x/a.jpg', file: new File(['text'], 'a.jpg') };
    expect(await photos.add([text], { ...target, name: 'x' })).toBeNull();
    expect(state().sets).toEqual(before);
    expect(state().trouble).toEqual({ code: 'nothing', leftOut: [{ path: 'x/a.jpg', reason: 'notAnImage' }] });
    const restore = await photos.forget('photos:pets');
    expect(state()).toMatchObject({ sets: [], shown: null });
    await restore();
    expect(state().sets).toEqual(before);
  });

  test('doubtful folders wait for an answer, or for the end of the import', async () => {
    const { photos, state } = await start();
    const doubtful = ['cat.0', 'cat.1', 'dog.0', 'dog.1'].map((name, at) => photo(`pets/${name}.png`, at));
    const adding = photos.add(doubtful, target);
    await vi.waitFor(() => expect(state().question).toMatchObject({ name: 'pets', readings: [{}, {}] }));
    photos.answer('names');
    expect(await adding).toBe('photos:pets');
    expect(state().sets[0]!.classes).toEqual(['cat', 'dog']);
    expect(state().question).toBeNull();
    const second = photos.add(doubtful, target);
    await vi.waitFor(() => expect(state().question).not.toBeNull());
    photos.cancel();
    expect(await second).toBeNull();
    expect(state()).toMatchObject({ question: null, importing: null, trouble: null });
  });

  test('what is imported or copied into a project is kept there, whichever is opened meanwhile', async () => {
    const { storage, photos, state } = await start(locksOfOneTab());
    await photos.add(folder, target);
    const [set] = state().sets;
    await photos.openProject('two');
    const taking = photos.take('one', set!);
    expect(state().importing).toMatchObject({ name: 'pets' });
    const third = photos.openProject('three');
    expect(state()).toMatchObject({ project: 'three', importing: null });
    await third;
    const adding = photos.add(folder.slice(0, 2), { ...target, name: 'cats' });
    const back = photos.openProject('two');
    expect([await taking, await adding]).toEqual(['photos:pets', 'photos:cats']);
    await back;
    expect(state()).toMatchObject({ project: 'two', importing: null, trouble: null });
    const ids = async (project: string) =>
      (await storage.sets.list(project)).map(({ id, photos: all }) => [id, all.length]);
    expect([await ids('one'), await ids('two'), await ids('three')]).toEqual([
      [['photos:pets', 4]],
      [['photos:pets', 4]],
      [['photos:cats', 2]],
    ]);
    await photos.openProject('two');
    expect(state().sets).toHaveLength(1);
  });

  test('an import that is cancelled is no trouble', async () => {
    const { photos, state } = await start();
    const adding = photos.add(folder, target);
    photos.cancel();
    expect(await adding).toBeNull();
    expect(state()).toMatchObject({ sets: [], importing: null, trouble: null });
  });
});
