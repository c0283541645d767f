import { describe, expect, test } from 'vitest';
import { library, templates } from '../../../templates/index';
import { memoryPhotos } from '../../data/photos/photoStorage';
import type { PhotoSet } from '../../data/photos/photos';
import { emptyDocument } from '../../document/document';
import { photosToCome } from '../../document/training/datasetIds';
import { createPhotosClient } from '../../data/photos/photosClient';
import { createPhotos } from '../own/photos';
import { createSession } from '../session';
import { browser } from '../testBrowser';
import { openTemplate } from './openTemplate';

const templateOf = (id: string) => templates.find((each) => each.id === id)!;

/** A page with one project, whose photos are these. */
async function page(sets: readonly PhotoSet[] = []) {
  const { projects, editor, title, state } = browser().tab();
  const storage = memoryPhotos();
  const photos = createPhotos({ storage, client: createPhotosClient() });
  const session = createSession();
  projects.store.subscribe(({ current }, before) => {
    if (current !== null && current !== before.current) void photos.openProject(current);
  });
  await projects.start(() => emptyDocument('First'));
  const first = state().current!;
  for (const set of sets) {
    await storage.sets.save(first, set);
    for (const { hash } of set.photos) await storage.files.write(first, hash, new Blob([hash]));
  }
  await photos.openProject(first);
  const open = (id: string, options: Readonly<Record<string, unknown>>, weights: 'random' | 'imagenet' = 'random') =>
    openTemplate(
      { template: templateOf(id), options, weights },
      { projects, editor, photos, session, library, language: 'ko' },
    );
  const training = () => editor.store.getState().document.training;
  return { open, title, state, training, photos, storage, session, editor };
}

test('a template opens in a project of its own, laid out and with its weights', async () => {
  const { open, title, state } = await page();
  const opened = await open('vgg16', {}, 'imagenet');
  expect(opened).toMatchObject({ ok: true, value: { weights: { source: 'imagenet', architecture: 'vgg16' } } });
  expect([title(), state().list.length]).toEqual(['VGG16', 2]);
});

test.each([
  [{ classes: 10 }, { option: 'weights', value: 'imagenet' }],
  [{ classes: 'many' }, { option: 'classes', value: 'many' }],
])('with %o nothing opens, and it is said which option is wrong', async (options, data) => {
  const { open, title, state } = await page();
  const opened = await open('vgg16', options, 'imagenet');
  expect(opened).toEqual({ ok: false, error: { code: 'templateOption', data } });
  expect([title(), state().list.length]).toEqual(['First', 1]);
});

const set = (...classes: string[]): PhotoSet => ({
  id: 'photos:mine',
  classes,
  photos: classes.flatMap((name, label) =>
    Array.from({ length: 12 }, (_, at) => ({
      path: `${name}/${at}.png`,
      hash: `${name}${at}`,
      width: 40,
      height: 30,
      label,
      part: at < 9 ? ('training' as const) : ('validation' as const),
    })),
  ),
  leftOut: [],
});

describe('a template for photos', () => {
  test('without photos it asks for some', async () => {
    const { open, training, session } = await page();
    await open('transfer', { alpha: '0.25' });
    expect(training().dataset).toBe(photosToCome);
    expect(session.store.getState().panel).toBe('training');
  });

  test.each([
    [['cat', 'dog', 'hen'], 'transfer', 3],
    [['cat', 'dog'], 'transfer', 2],
    [['cat', 'dog'], 'vgg16-transfer', 1],
  ])('takes those of the project that is left: %j for %s', async (classes, id, units) => {
    const { open, training, photos, storage, state, editor } = await page([set(...classes)]);
    await open(id, {});
    expect(training().dataset).toBe('photos:mine');
    expect(editor.store.getState().document.nodes['predictions']!.params['units']).toBe(units);
    expect(photos.store.getState()).toMatchObject({ sets: [set(...classes)], importing: null, trouble: null });
    expect(await storage.files.names(state().current!)).toHaveLength(12 * classes.length);
  });

  test('asks for others where it cannot learn from these', async () => {
    const { open, training, photos } = await page([set('cat', 'dog', 'hen')]);
    await open('vgg16-transfer', {});
    expect(training().dataset).toBe(photosToCome);
    expect(photos.store.getState().sets).toEqual([]);
  });

  test('another template leaves the photos where they are; they can be taken from there', async () => {
    const { open, training, photos } = await page([set('cat', 'dog')]);
    await open('lenet5', {});
    expect(training().dataset).toBe('digits');
    const [other, ...more] = await photos.elsewhere([]);
    expect([other?.set, more]).toEqual([set('cat', 'dog'), []]);
    expect(await photos.take(other!.project, other!.set)).toBe('photos:mine');
    expect(photos.store.getState()).toMatchObject({ sets: [set('cat', 'dog')], shown: 'photos:mine' });
    // The same photos are not offered again.
    expect(await photos.elsewhere(photos.store.getState().sets)).toEqual([]);
  });
});
