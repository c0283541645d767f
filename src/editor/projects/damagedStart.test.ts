import * as fc from 'fast-check';
import { openDB } from 'idb';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyDocument } from '../../document/document';
import { setTitle } from '../../document/edits';
import { projectTroubleText } from '../../i18n/troubles/projectTrouble';
import { createPreferences } from '../preferences';
import { memoryStorage } from '../testStorage';
import { browser } from '../testBrowser';
import type { ProjectStorage } from './projectStorage';
import type { ProjectTrouble } from './projectTrouble';
import { salvaged } from './salvage';

let here = browser();
beforeEach(() => {
  here = browser();
});
const first = () => emptyDocument('First');
const entry = (id: string) => ({ id, title: `Title of ${id}`, changed: '2026-01-01', bricks: 0, revision: 1 });
const circle: Record<string, unknown> = { ...emptyDocument('Circle') };
circle['nodes'] = circle;
const deep = Array.from({ length: 400 }).reduce<unknown>((inner) => [inner], 1);

/** Whatever a database can keep in place of a document or an entry. */
const strange = fc.oneof(
  fc.constantFrom<unknown>(null, 0, '', [], {}, 1n, new Map([['a', 1]]), new Date(NaN), circle, deep, new Blob(['x'])),
  fc.constantFrom(...Object.keys(first())).map((field) => ({ ...first(), [field]: 7n })),
  fc.constantFrom({ ...first(), version: 99 }, { ...first(), format: 'other' }, JSON.stringify(first())),
  fc.anything({ withBigInt: true, withDate: true, withMap: true }),
);

async function rawPut(store: 'entries' | 'documents', value: unknown, key?: IDBValidKey) {
  await here.storage();
  const database = await openDB(here.name);
  await database.put(store, value, key);
  database.close();
}

async function started(more: Parameters<typeof here.tab>[0] = {}) {
  const tab = here.tab({ locks: undefined as never, ...more });
  await tab.projects.start(first);
  await tab.projects.inspect();
  return tab;
}

describe('a start with a damaged record', () => {
  test('lists the good ones and opens the last of them, whatever the others are', async () => {
    const property = fc.asyncProperty(strange, strange, async (document, damagedEntry) => {
      here = browser();
      await (await here.storage()).save(entry('good'), emptyDocument('Good'));
      await rawPut('entries', { ...entry('bad'), changed: '2026-02-02' });
      await rawPut('documents', document, 'bad');
      const object = typeof damagedEntry === 'object' && damagedEntry !== null ? damagedEntry : {};
      await rawPut('entries', { ...object, id: 'odd' });
      await rawPut('documents', document, 'odd');
      await rawPut('documents', emptyDocument('Orphan'), 'orphan');
      const { state, title, projects } = await started();
      expect(state()).toMatchObject({ failure: null, saving: 'saved' });
      expect(new Set(state().list.map(({ id }) => id))).toEqual(new Set(['good', 'bad', 'odd', 'orphan']));
      expect(state().list.find(({ id }) => id === 'orphan')).toMatchObject({ title: 'Orphan' });
      expect(title()).toBe('Good');
      expect(Object.keys(state().troubles).toSorted()).toEqual(['bad', 'odd']);
      for (const trouble of Object.values(state().troubles))
        for (const language of ['en', 'ko'] as const) expect(projectTroubleText(trouble, language)).toMatch(/[.!]$/);
      // What there is can be saved, and what cannot be read deleted.
      expect(typeof (await projects.salvage('bad'))).toBe('string');
      const restore = await projects.remove('bad');
      expect(state().list.map(({ id }) => id)).not.toContain('bad');
      await restore();
      expect(state().list.map(({ id }) => id)).toContain('bad');
    });
    await fc.assert(property, { numRuns: 30 });
  });

  test.each<[string, unknown, ProjectTrouble['code']]>([
    ['a newer project', { ...first(), version: 99 }, 'tooNew'],
    ['no project', 'text', 'notDeepBrick'],
    ['no document', undefined, 'noDocument'],
  ])('%s that was open is told, and kept', async (_, document, code) => {
    if (document === undefined) await rawPut('entries', entry('bad'));
    else await (await here.storage()).save(entry('bad'), document);
    const { state, title } = await started();
    expect(title()).toBe('First');
    expect(state().unread).toMatchObject([{ id: 'bad', title: 'Title of bad', trouble: { code } }]);
    expect(state().list.map(({ id }) => id)).toContain('bad');
  });

  test('a key that is no text of ours is listed and can be deleted', async () => {
    await rawPut('documents', emptyDocument('Numbered'), 7);
    const { state, projects } = await started();
    expect(state().list.map(({ title }) => title)).toContain('Numbered');
    await projects.remove('key 7');
    expect(state().list.map(({ title }) => title)).toEqual(['First']);
  });
});

describe('the memory of what was not saved', () => {
  const key = 'deepbrick:unsaved';

  test('however damaged it is, the projects are there and nothing of it is lost', async () => {
    const text = fc.oneof(
      fc.constantFrom('{', 'null', '[]', '7', '"x"', '{"a":1}', '{"a":{"revision":-1}}'),
      fc.string(),
      fc.json(),
    );
    const property = fc.asyncProperty(text, async (damaged) => {
      here = browser();
      await (await here.storage()).save(entry('good'), emptyDocument('Good'));
      here.memory.set(key, damaged);
      const { state, title, editor, saved, projects, leave } = await started();
      expect([title(), state().failure]).toEqual(['Good', null]);
      const lost = Object.keys(state().troubles);
      const texts = await Promise.all(lost.map((id) => projects.salvage(id)));
      const value = ((): unknown => {
        try {
          return JSON.parse(damaged);
        } catch {
          return undefined;
        }
      })();
      const object = typeof value === 'object' && value !== null && !Array.isArray(value);
      expect(object ? lost.length : texts).toEqual(object ? Object.keys(value).length : [damaged]);
      // Work goes on beside it.
      editor.edit(setTitle('Changed'));
      leave();
      await saved();
      expect(state().list.map((one) => one.title)).toContain('Changed');
      for (const id of lost.toReversed()) await projects.remove(id);
      expect(state().troubles).toEqual({});
    });
    await fc.assert(property, { numRuns: 30 });
  });

  test('of another version is told, and can be saved', async () => {
    const document = { ...emptyDocument('Newer'), version: 99 };
    here.memory.set(key, JSON.stringify({ a: { revision: 1, document } }));
    const { state, projects } = await started();
    const [[id, trouble] = []] = Object.entries(state().troubles);
    expect(trouble).toMatchObject({ code: 'tooNew' });
    expect(JSON.parse((await projects.salvage(id!))!)).toEqual(document);
  });
});

describe('full storage', () => {
  let room = false;
  const small = async (): Promise<ProjectStorage> => {
    const storage = await here.storage();
    return {
      ...storage,
      save: (...given) => (room ? storage.save(...given) : Promise.reject(new DOMException('', 'QuotaExceededError'))),
      async remove(id) {
        await storage.remove(id);
        room = true;
      },
    };
  };

  test('and a change that was not saved: all is listed, the change is open, and is saved once there is room', async () => {
    room = false;
    const storage = await here.storage();
    await storage.save(entry('mine'), emptyDocument('Old'));
    await storage.save(entry('other'), emptyDocument('Other'));
    const change = { revision: 1, document: emptyDocument('Mine, changed') };
    const gone = { revision: 0, document: emptyDocument('Never saved') };
    here.memory.set('deepbrick:unsaved', JSON.stringify({ mine: change, gone }));
    here.memory.set('deepbrick:project', 'mine');
    const { state, title, projects } = await started({ openStorage: small });
    expect(state().failure).toBe('full');
    expect([title(), state().current]).toEqual(['Mine, changed', 'mine']);
    expect(new Set(state().list.map(({ id }) => id))).toEqual(new Set(['mine', 'other', 'gone']));
    await projects.remove('other');
    await vi.waitFor(() => expect(state()).toMatchObject({ failure: null, saving: 'saved' }));
    expect(await storage.document('mine')).toMatchObject({ title: 'Mine, changed' });
    expect(await storage.document('gone')).toMatchObject({ title: 'Never saved' });
    expect(here.memory.has('deepbrick:unsaved')).toBe(false);
  });
});

test('preferences that are damaged are each replaced on its own', () => {
  const property = fc.property(
    fc.anything(),
    fc.constantFrom('theme', 'snap', 'backend', 'minimap'),
    (value, field) => {
      const storage = memoryStorage();
      const state = { language: 'ko', theme: 'dark', snap: false, backend: 'cpu', minimap: false, [field]: value };
      storage.setItem('deepbrick:preferences', JSON.stringify({ state, version: 1 }));
      const { language, theme, snap } = createPreferences(storage).getState();
      expect([language, field === 'theme' ? 'dark' : theme, field === 'snap' ? false : snap]).toEqual([
        'ko',
        'dark',
        false,
      ]);
    },
  );
  fc.assert(property, { numRuns: 100 });
  for (const text of ['{', 'null', '7', '[]', '{"state":7,"version":1}', '{"version":"x"}']) {
    const storage = memoryStorage();
    storage.setItem('deepbrick:preferences', text);
    expect(createPreferences(storage).getState().theme).toBe('system');
  }
});

test('whatever the browser kept can be saved as text', () => {
  const own = new Map<unknown, unknown>();
  own.set('self', own);
  fc.assert(
    fc.property(fc.anything({ withBigInt: true, withMap: true, withSet: true }), (value) => void salvaged(value)),
  );
  expect(salvaged(circle)).toContain('"nodes": "…"');
  expect(salvaged({ own, big: 1n })).toContain('…');
});
