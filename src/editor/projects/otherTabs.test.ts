import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyDocument } from '../../document/document';
import { setTitle } from '../../document/edits';
import type { Editor } from '../store';
import { browser } from '../testBrowser';

let here = browser();
beforeEach(() => {
  here = browser();
});
const first = () => emptyDocument('First');

/** A project that two tabs have, the first of them as its owner; a third has another. */
async function shared() {
  const [owner, other, third] = [here.tab(), here.tab(), here.tab()];
  await owner.projects.start(first);
  const id = owner.state().current!;
  await other.projects.start(first);
  await third.projects.start(first);
  await third.projects.create(emptyDocument('Third'));
  return { owner, other, third, id };
}

describe('a project that another tab deletes', () => {
  test('is told at once, and does not come back by itself', async () => {
    const { owner, other, third, id } = await shared();
    await third.projects.remove(id);
    await vi.waitFor(() => expect([owner.state().deleted, other.state().deleted]).toEqual([true, true]));
    owner.leave();
    await owner.projects.open(third.state().current!);
    expect(third.titles()).toEqual(['Third']);
  });

  test('is kept under a new name of the database as soon as it is changed, with its title and its history', async () => {
    const { owner, third, id } = await shared();
    await third.projects.remove(id);
    await vi.waitFor(() => expect(owner.state().deleted).toBe(true));
    owner.editor.edit(setTitle('Changed'));
    await vi.waitFor(() => expect(owner.state()).toMatchObject({ deleted: false, saving: 'saved' }));
    expect(owner.state().current).not.toBe(id);
    await vi.waitFor(() => expect(new Set(third.titles())).toEqual(new Set(['Changed', 'Third'])));
    owner.editor.undo();
    expect(owner.title()).toBe('First');
  });

  test('takes what else is kept of it along, before it is shown under its new name', async () => {
    const { owner, third } = await shared();
    const copied: (readonly [from: string, to: string, shown: string | null])[] = [];
    const keeper = here.tab({ copyKept: async (from, to) => void copied.push([from, to, keeper.state().current]) });
    await keeper.projects.start(first);
    const before = await keeper.projects.create(emptyDocument('Mine'));
    await third.projects.remove(before);
    await vi.waitFor(() => expect(keeper.state().deleted).toBe(true));
    await keeper.projects.takeOver('copy');
    expect(copied).toEqual([[before, keeper.state().current, before]]);
    expect(keeper.title()).toBe('Mine');
    // A copy of what is there elsewhere takes nothing.
    await keeper.projects.takeOver('copy');
    expect(copied).toHaveLength(1);
    expect(owner.state().deleted).toBe(false);
  });

  test('and that is brought back there is as if nothing had been', async () => {
    const { owner, third, id } = await shared();
    const restore = await third.projects.remove(id);
    await vi.waitFor(() => expect(owner.state().deleted).toBe(true));
    await restore();
    await vi.waitFor(() => expect(owner.state().deleted).toBe(false));
    owner.editor.edit(setTitle('Changed'));
    await vi.waitFor(() => expect(third.titles()).toContain('Changed'));
    expect(owner.state().current).toBe(id);
  });

  test.each([
    [
      'in the moment in which it is changed here',
      async (id: string, editor: Editor) => {
        editor.edit(setTitle('Changed'));
        await (await here.storage()).remove(id);
      },
    ],
    [
      'with the whole storage, of which nobody tells, before it is changed here',
      async (_: string, editor: Editor) => {
        const storage = await here.storage();
        for (const { id } of await storage.entries()) await storage.remove(id);
        editor.edit(setTitle('Changed'));
      },
    ],
  ])('%s does not come back as it was, and what was changed is kept as a new project', async (_, happen) => {
    const { owner, id } = await shared();
    await happen(id, owner.editor);
    await vi.waitFor(() => expect(owner.state().current).not.toBe(id));
    await vi.waitFor(() => expect(owner.state()).toMatchObject({ deleted: false, saving: 'saved' }));
    const storage = await here.storage();
    await vi.waitFor(async () =>
      expect(await storage.entry(owner.state().current!)).toMatchObject({ title: 'Changed' }),
    );
    expect(await storage.entry(id)).toBeNull();
  });

  test('and that is changed as the page goes away is there at the next start', async () => {
    const { third } = await shared();
    // Its end comes while it takes along what else is kept.
    const leaving = here.tab({ copyKept: () => new Promise(() => undefined) });
    await leaving.projects.start(first);
    const id = await leaving.projects.create(emptyDocument('Mine'));
    await third.projects.remove(id);
    await vi.waitFor(() => expect(leaving.state().deleted).toBe(true));
    leaving.editor.edit(setTitle('Changed at last'));
    expect(leaving.state().saving).toBe('saving');
    leaving.leave();
    const next = here.tab();
    await next.projects.start(first);
    await vi.waitFor(() => expect(next.titles()).toContain('Changed at last'));
    expect(next.titles().filter((title) => title === 'Changed at last')).toHaveLength(1);
  });

  test('and that is changed is kept as it is, though another project is opened while the rest of it is copied', async () => {
    const { third } = await shared();
    let copied = () => {};
    const owner = here.tab({ copyKept: () => new Promise((done) => void (copied = done)) });
    await owner.projects.start(first);
    const other = await owner.projects.create(emptyDocument('Other'));
    const id = await owner.projects.create(emptyDocument('Mine'));
    await third.projects.remove(id);
    await vi.waitFor(() => expect(owner.state().deleted).toBe(true));
    owner.editor.edit(setTitle('Changed'));
    await owner.projects.open(other);
    copied();
    await vi.waitFor(() => expect(owner.titles()).toEqual(expect.arrayContaining(['Changed', 'Other'])));
    expect(owner.titles().filter((title) => title === 'Other')).toHaveLength(1);
  });
});

test('the list knows which projects other tabs have open', async () => {
  const { owner, other, third, id } = await shared();
  const mine = third.state().current!;
  for (const tab of [owner, other, third]) await tab.projects.inspect();
  expect(owner.state().openElsewhere).toEqual([mine]);
  expect(new Set(other.state().openElsewhere)).toEqual(new Set([id, mine]));
  expect(third.state().openElsewhere).toEqual([id]);
  const next = await owner.projects.create(emptyDocument('Next'));
  await vi.waitFor(() => expect(new Set(third.state().openElsewhere)).toEqual(new Set([id, next])));
});
