import { editTroubleText } from '../../i18n/troubles/parseTrouble';
import { beforeEach, describe, expect, test, vi } from 'vitest';
import { commandTexts } from '../../i18n/commands';
import { provideCanvasActions } from './canvasActions';
import { commandFor } from './keys';
import { page, stillCanvas } from '../testPage';

let here = page('lenet5');
beforeEach(() => {
  here = page('lenet5');
});
const towers = () => editorTowers().map(({ items }) => items.join(' '));
const editorTowers = () => here.editor.store.getState().towers.towers;

describe('the list', () => {
  test('holds every command once, worded in both languages', () => {
    expect(here.commands.map(({ id }) => id).sort()).toEqual(Object.keys(commandTexts).sort());
    for (const words of Object.values(commandTexts))
      expect(Object.values(words).every((text) => text.length > 1)).toBe(true);
  });

  test('has no two commands for one key in one situation', () => {
    const situations = [() => undefined, () => here.editor.select(['c3']), () => here.session.connectFrom('c3')];
    provideCanvasActions(stillCanvas);
    for (const situation of situations) {
      situation();
      const keys = here.commands
        .filter(
          (command) => command.enabled() && (command.group !== 'view' || !here.session.store.getState().connectingFrom),
        )
        .flatMap((command) => command.keys);
      const twice = keys.filter((key, index) => keys.indexOf(key) !== index);
      expect(
        twice.filter((key) => !(here.session.store.getState().connectingFrom && ['Tab', 'Escape'].includes(key))),
      ).toEqual([]);
    }
  });

  test('gives a key to connecting first', () => {
    const press = { key: 'ArrowRight', code: '', ctrlKey: false, metaKey: false, altKey: false, shiftKey: false };
    const take = provideCanvasActions(stillCanvas);
    expect(commandFor(here.commands, press, 'canvas', false)?.id).toBe('walkRight');
    here.session.connectFrom('c1');
    expect(commandFor(here.commands, press, 'canvas', false)?.id).toBe('connectNext');
    take();
    expect(here.enabled('fit')).toBe(false);
  });
});

test('an architecture starts from its published weights, and at random again', async () => {
  expect([here.enabled('startPublished'), here.enabled('startRandom')]).toEqual([false, false]);
  here = page('mobilenet');
  const { document } = await here.run('startPublished');
  expect(document.weights).toMatchObject({ source: 'imagenet', architecture: 'mobilenet', includeTop: true });
  expect(here.enabled('startPublished')).toBe(false);
  expect((await here.run('startRandom')).document.weights).toBeUndefined();
  expect((await here.run('undo')).document).toBe(document);
});

test('a command that fails is told, and nothing is thrown', async () => {
  const refused = new Error('Another program has the clipboard.');
  here.clipboard.read = () => Promise.reject(refused);
  const before = here.editor.store.getState().document;
  await here.run('paste');
  expect(here.failures).toEqual([['paste', refused]]);
  expect(here.editor.store.getState().document).toBe(before);
});

test.each([
  ['', 'nothing'],
  [' \n', 'nothing'],
  ['hello', 'noBricks'],
  ['https://example.com', 'noBricks'],
  ['{}', 'noBricks'],
  ['{"format":"deepbrick","version":1}', 'noBricks'],
  ['{"format":"deepbrick-clipping","nodes":7}', 'noBricks'],
] as const)('pasting %j changes nothing, and says why', async (text, why) => {
  here.clipboard.read = () => Promise.resolve(text);
  const before = here.editor.store.getState().document;
  await here.run('paste');
  expect(here.refusals).toEqual([why]);
  for (const language of ['en', 'ko'] as const) expect(editTroubleText(why, language)).toMatch(/[.]$/);
  expect(here.editor.store.getState().document).toBe(before);
  expect(here.failures).toEqual([]);
});

test('pasted code is looked at in a dialog before it becomes a model', async () => {
  const code = 'from keras import layers, models\nmodel = models.Sequential([layers.Dense(2)])';
  here.clipboard.read = () => Promise.resolve(code);
  const before = here.editor.store.getState().document;
  await here.run('paste');
  expect(here.refusals).toEqual([]);
  expect(here.session.store.getState()).toMatchObject({ dialog: 'importCode', code });
  expect(here.editor.store.getState().document).toBe(before);
});

test('a new project gives the canvas the focus, where the first brick is a key away', async () => {
  const focused: string[] = [];
  const take = provideCanvasActions({
    ...stillCanvas,
    focus: () => void focused.push(here.editor.store.getState().document.title),
  });
  await here.run('newProject');
  take();
  expect(focused).toEqual(['Untitled']);
});

describe('editing', () => {
  test.each([
    ['delete', ['s2'], 'c1 c3 s4 flatten c5 f6 output'],
    ['moveUp', ['s2'], 'c1 c3 s2 s4 flatten c5 f6 output'],
    ['moveDown', ['s2'], 's2 c1 c3 s4 flatten c5 f6 output'],
  ])('%s %s, undo, redo: one step', async (id, items, tower) => {
    const before = here.editor.store.getState().document;
    await here.run(id, items);
    expect(towers()[1]).toBe(tower);
    expect((await here.run('undo')).document).toBe(before);
    await here.run('redo');
    expect(towers()[1]).toBe(tower);
  });

  test('a wire is deleted too', async () => {
    const [wire] = here.editor.store.getState().towers.wires;
    here.editor.select([], [wire!.id]);
    const { document } = await here.run('delete');
    expect(document.edges.some(({ from }) => from === 'digit')).toBe(false);
    expect(Object.keys(document.nodes)).toHaveLength(9);
  });

  test('copy, paste twice, each beside the other and selected', async () => {
    await here.run('copy', ['c1', 's2']);
    const one = await here.run('paste');
    expect(one.selection.items).toEqual(['c1_1', 's2_1']);
    const two = await here.run('paste');
    const places = ['c1_1', 'c1_2'].map((name) => two.towers.items.get(name)!.x);
    expect(places[1]! - places[0]!).toBe(32);
  });

  test('cut takes away and keeps', async () => {
    await here.run('cut', ['f6']);
    expect(towers()[1]).toBe('c1 s2 c3 s4 flatten c5 output');
    expect((await here.run('paste')).document.nodes).toHaveProperty('f6');
  });

  test.each([
    ['freeze', (): boolean => here.editor.store.getState().document.nodes['c1']!.trainable, [false, true]],
    ['bypass', (): boolean => here.editor.store.getState().document.nodes['c1']!.bypassed ?? false, [true, false]],
  ] as const)('%s switches there and back', async (id, state, results) => {
    await here.run(id, ['c1']);
    expect(state()).toBe(results[0]);
    await here.run(id);
    expect(state()).toBe(results[1]);
  });

  test('nudges in a row are one step', async () => {
    await here.run('moveRight', ['digit']);
    await here.run('moveRight');
    expect(here.editor.store.getState().towers.items.get('digit')!.x).toBe(40);
    expect((await here.run('undo')).towers.items.get('digit')!.x).toBe(0);
  });

  test('disconnecting takes the wires away that come into the selection, in one step', async () => {
    const before = here.editor.store.getState().document;
    const { document } = await here.run('disconnect', ['s4', 'flatten']);
    expect(before.edges.filter((edge) => !document.edges.includes(edge))).toEqual([{ from: 'c3', to: 's4', port: 0 }]);
    expect((await here.run('undo')).document).toBe(before);
  });

  test('group, fold, unfold, ungroup', async () => {
    await here.run('group', ['c3', 's4']);
    expect(here.session.store.getState().dialog).toBe('rename');
    expect((await here.run('fold', ['c3'])).selection.items).toEqual(['block']);
    expect(towers()[1]).toBe('c1 s2 block flatten c5 f6 output');
    expect((await here.run('fold')).selection.items).toEqual(['c3', 's4']);
    expect((await here.run('ungroup')).document.blocks).toEqual({});
  });

  test('unfolding makes room in the same step', async () => {
    here = page('residual');
    await here.run('foldAll');
    const folded = here.editor.store.getState().document;
    const { towers: open } = await here.run('unfoldAll');
    expect(open.items.size).toBe(Object.keys(folded.nodes).length);
    expect((await here.run('undo')).document).toBe(folded);
  });

  test('arranging is one step, and the selection alone is possible', async () => {
    await here.run('arrangeDown');
    expect(towers()).toHaveLength(9);
    await here.run('arrangeSelectionTowers', ['c5', 'f6']);
    expect(towers()).toContain('c5 f6');
    await here.run('arrangeTowers');
    expect(towers()).toHaveLength(2);
  });
});

describe('around the canvas', () => {
  test('what cannot be done now is not enabled', () => {
    const now = ['undo', 'redo', 'copy', 'delete', 'group', 'rename', 'connect', 'stop', 'pause', 'nextProblem'];
    expect(now.filter(here.enabled)).toEqual([]);
    expect(['train', 'selectAll', 'templates', 'swapHead', 'paste'].filter(here.enabled)).toHaveLength(5);
  });

  test('a broken model cannot be trained, and F8 leads to the trouble', async () => {
    const reveal = vi.fn<(item: string) => void>();
    provideCanvasActions({ ...stillCanvas, reveal });
    await here.run('delete', ['flatten']);
    await here.run('delete', ['digit']);
    expect(here.enabled('train')).toBe(false);
    const { selection, plan } = await here.run('nextProblem');
    expect(selection.items).toEqual([plan.issues[0]!.where]);
    expect(reveal).toHaveBeenCalledWith(selection.items[0]);
  });

  test.each([
    ['languageKorean', () => here.preferences.getState().language, 'ko'],
    ['themeDark', () => here.preferences.getState().theme, 'dark'],
    ['snap', () => here.preferences.getState().snap, false],
    ['minimap', () => here.preferences.getState().minimap, false],
    ['code', () => here.session.store.getState().panel, 'code'],
    ['summaryTable', () => here.session.store.getState().panel, 'summary'],
    ['predict', () => here.session.store.getState().panel, 'prediction'],
    ['swapHead', () => here.session.store.getState().dialog, 'swapHead'],
    ['commands', () => here.session.store.getState().dialog, 'commands'],
  ] as const)('%s', async (id, state, value) => {
    await here.run(id);
    expect(state()).toBe(value);
  });
});

test('Train by its key on a model that cannot be trained leads to its problems, and says so', async () => {
  await here.run('selectAll');
  await here.run('delete');
  const train = here.commands.find(({ id }) => id === 'train')!;
  expect(train.enabled()).toBe(false);
  train.missed?.();
  expect(here.refusals).toEqual(['cannotTrain']);
  expect(here.session.store.getState().panel).toBe('problems');
  expect(editTroubleText('cannotTrain', 'en')).toBe('The model cannot be trained yet. Solve its problems first.');
  expect(editTroubleText('cannotTrain', 'ko')).toBe('아직 모델을 학습할 수 없어요. 먼저 문제를 해결하세요.');
});
