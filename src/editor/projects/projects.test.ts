import { beforeEach, describe, expect, test, vi } from 'vitest';
import { emptyDocument } from '../../document/document';
import { setTitle } from '../../document/edits';
import { type ProjectStorage, openProjectStorage } from './projectStorage';
import { browser } from '../testBrowser';

let here = browser();
beforeEach(() => {
  here = browser();
});
const first = () => emptyDocument('First');

describe('one tab', () => {
  test('starts with the first document, saves every change, and finds it again', async () => {
    const one = here.tab();
    await one.projects.start(first);
    one.editor.edit(setTitle('Changed'));
    expect(one.state().saving).toBe('saving');
    await one.saved();
    expect(one.titles()).toEqual(['Changed']);
    const again = here.tab({ locks: undefined as never });
    await again.projects.start(first);
    expect([again.title(), again.state().current]).toEqual(['Changed', one.state().current]);
  });

  test('the first is shown while the database is being opened, and what is changed meanwhile is kept', async () => {
    let opened = () => undefined as void;
    const waiting = new Promise<void>((resolve) => (opened = resolve));
    const one = here.tab({ openStorage: () => waiting.then(here.storage) });
    const starting = one.projects.start(first, { onShown: () => one.editor.edit(setTitle('Changed at once')) });
    await vi.waitFor(() => expect([one.title(), one.state().saving]).toEqual(['Changed at once', 'saving']));
    opened();
    await starting;
    await one.saved();
    expect([one.title(), one.titles()]).toEqual(['Changed at once', ['Changed at once']]);
  });

  test('what was there comes back where the browser has forgotten which was the last', async () => {
    const one = here.tab();
    await one.projects.start(() => emptyDocument('Before'));
    here.memory.clear();
    const again = here.tab({ locks: undefined as never });
    const seen: string[] = [];
    await again.projects.start(first, { onShown: () => seen.push(again.title()) });
    expect([seen, again.title(), again.titles(), again.state().saving]).toEqual([
      ['First', 'Before'],
      'Before',
      ['Before'],
      'saved',
    ]);
  });

  test('what is wanted is a project of its own, beside the last', async () => {
    const one = here.tab();
    await one.projects.start(first);
    const again = here.tab();
    await again.projects.start(first, { wanted: emptyDocument('Wanted') });
    expect([again.title(), again.state().elsewhere]).toEqual(['Wanted', false]);
    expect(new Set(again.titles())).toEqual(new Set(['First', 'Wanted']));
  });

  test('creates, opens, duplicates, renames', async () => {
    const { projects, state, title, titles, editor, saved } = here.tab();
    await projects.start(first);
    const a = state().current!;
    const b = await projects.create(emptyDocument('Second'));
    expect([title(), state().current]).toEqual(['Second', b]);
    const copy = await projects.duplicate(a);
    await projects.rename(copy, 'Third');
    await projects.rename(b, 'Renamed');
    await saved();
    await projects.open(a);
    expect(title()).toBe('First');
    expect(new Set(titles())).toEqual(new Set(['First', 'Renamed', 'Third']));
    expect(editor.store.getState().history.past).toEqual([]);
    expect((await projects.read(copy))?.title).toBe('Third');
  });

  test('deletes, with a way back', async () => {
    const { projects, state, title, titles } = here.tab();
    await projects.start(first);
    const a = state().current!;
    await projects.create(emptyDocument('Second'));
    const restore = await projects.remove(a);
    expect(titles()).toEqual(['Second']);
    expect(await projects.gone([a, state().current!, 'never'])).toEqual([a, 'never']);
    await restore();
    expect(titles()).toContain('First');
    expect(await projects.gone([a])).toEqual([]);
    await projects.remove(state().current!);
    expect(title()).toBe('First');
    await projects.remove(a);
    expect([title(), titles()]).toEqual(['First', ['First']]);
  });

  test('a change made in the last moment is there next time', async () => {
    const one = here.tab();
    await one.projects.start(first);
    one.editor.edit(setTitle('Last words'));
    one.leave();
    const kept = here.memory.get('deepbrick:unsaved');
    expect(kept).toContain('Last words');
    await one.saved();
    await vi.waitFor(() => expect(here.memory.has('deepbrick:unsaved')).toBe(false));
    // The page was gone before the database had it: only the small memory knows.
    const entry = (await (await here.storage()).entries())[0]!;
    await (await here.storage()).save({ ...entry, revision: entry.revision - 1 }, emptyDocument('Old'));
    here.memory.set('deepbrick:unsaved', kept!);
    const next = here.tab({ locks: undefined as never });
    await next.projects.start(first);
    expect(next.title()).toBe('Last words');
  });

  test('a damaged project is named, and what is open stays', async () => {
    const { projects, state, title } = here.tab();
    await projects.start(first);
    const entry = { id: 'bad', title: 'Bad', changed: '', bricks: 0, revision: 1 };
    await (await here.storage()).save(entry, { format: 'deepbrick', version: 99 });
    await projects.open('bad');
    expect(title()).toBe('First');
    expect(state().unread).toMatchObject([{ id: 'bad', title: '', trouble: { code: 'tooNew' } }]);
  });
});

describe('storage that fails', () => {
  const failing = (error: Error): Promise<ProjectStorage> =>
    openProjectStorage(`failing-${Math.random()}`).then((storage) => ({
      ...storage,
      save: () => Promise.reject(error),
    }));

  test('a full disk is told, and the work goes on', async () => {
    const { projects, state, editor, title } = here.tab({
      openStorage: () => failing(new DOMException('', 'QuotaExceededError')),
    });
    await projects.start(first);
    editor.edit(setTitle('Unsaved'));
    await vi.waitFor(() => expect(state()).toMatchObject({ saving: 'failed', failure: 'full' }));
    expect(title()).toBe('Unsaved');
  });

  test('no storage at all is told', async () => {
    const { projects, state, title } = here.tab({ openStorage: () => Promise.reject(new Error('private')) });
    await projects.start(first);
    expect(state()).toMatchObject({ saving: 'failed', failure: 'unavailable' });
    expect(title()).toBe('First');
  });
});

describe('two tabs on one project', () => {
  test('the second is told; its first change makes it a copy, and neither loses work', async () => {
    const [one, two] = [here.tab(), here.tab()];
    await one.projects.start(first);
    await two.projects.start(first);
    expect([one.state().elsewhere, two.state().elsewhere]).toEqual([false, true]);
    one.editor.edit(setTitle('By one'));
    two.editor.edit((document) => ({ ...document, title: 'By two' }));
    await vi.waitFor(() => expect(two.state().elsewhere).toBe(false));
    await Promise.all([one.saved(), two.saved()]);
    expect(two.state().current).not.toBe(one.state().current);
    await vi.waitFor(() => expect(new Set(one.titles())).toEqual(new Set(['By one', 'By two (2)'])));
    two.editor.undo();
    expect(two.title()).toBe('By two');
  });

  test('taking it over tells the first', async () => {
    const [one, two] = [here.tab(), here.tab()];
    await one.projects.start(first);
    await two.projects.start(first);
    one.editor.edit(setTitle('By one'));
    await one.saved();
    await two.projects.takeOver('reload');
    expect([two.title(), two.state().elsewhere]).toEqual(['By one', false]);
    await vi.waitFor(() => expect(one.state().elsewhere).toBe(true));
  });

  test('when the first goes to another project, the second goes on with what it saved', async () => {
    const [one, two] = [here.tab(), here.tab()];
    await one.projects.start(first);
    await two.projects.start(first);
    one.editor.edit(setTitle('By one'));
    await one.projects.create(emptyDocument('Other'));
    await vi.waitFor(() => expect([two.state().elsewhere, two.title()]).toEqual([false, 'By one']));
  });
});
