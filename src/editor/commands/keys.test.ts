import { describe, expect, test } from 'vitest';
import type { Command } from './command';
import type { CommandId } from './commandId';
import { type Focus, type KeyPress, commandFor, missedFor, shortcutOf } from './keys';

/** `Ctrl+Shift+z/KeyZ`: modifiers, key, and the physical key where it matters. */
function press(text: string): KeyPress {
  const parts = text.split('+');
  const [key, code = ''] = parts.at(-1)!.split('/');
  const has = (name: string) => parts.slice(0, -1).includes(name);
  return {
    key: key === 'Plus' ? '+' : key === 'Slash' ? '/' : key!,
    code,
    ctrlKey: has('Ctrl'),
    metaKey: has('Meta'),
    altKey: has('Alt'),
    shiftKey: has('Shift'),
  };
}

describe('a key press as shortcut', () => {
  test.each([
    ['Ctrl+z/KeyZ', false, 'Mod+Z'],
    ['Meta+z/KeyZ', true, 'Mod+Z'],
    ['Ctrl+z/KeyZ', true, null],
    ['Meta+z/KeyZ', false, null],
    ['Ctrl+Shift+Z/KeyZ', false, 'Mod+Shift+Z'],
    ['Ctrl+ㅋ/KeyZ', false, 'Mod+Z'],
    ['ㅠ/KeyB', false, 'B'],
    ['Alt+∂/KeyD', true, 'Alt+D'],
    ['Shift+?/Slash', false, '?'],
    ['Slash', false, '/'],
    ['Shift+Plus/Equal', false, '+'],
    ['1/Digit1', false, '1'],
    ['Delete', false, 'Delete'],
    ['Alt+ArrowUp', false, 'Alt+ArrowUp'],
    ['Shift+Tab', false, 'Shift+Tab'],
    ['Ctrl+Alt+Enter', false, 'Mod+Alt+Enter'],
    ['F2', false, 'F2'],
    ['Ctrl+Control', false, null],
  ] as const)('%s (mac: %s) is %s', (keys, mac, shortcut) => {
    expect(shortcutOf(press(keys), mac)).toBe(shortcut);
  });

  test('not while Korean is being composed', () => {
    expect(shortcutOf({ ...press('ㅠ/KeyB'), isComposing: true }, false)).toBeNull();
  });
});

const commandOf = (id: CommandId, keys: readonly string[], more: Partial<Command> = {}): Command => ({
  id,
  group: 'edit',
  keys,
  enabled: () => true,
  run: () => undefined,
  ...more,
});
const commands = [
  commandOf('freeze', ['B'], { enabled: () => false }),
  commandOf('bypass', ['B']),
  commandOf('walkUp', ['ArrowUp'], { inCanvas: true }),
  commandOf('train', ['Mod+Enter'], { inText: true }),
  commandOf('stop', ['Alt+Mod+Enter']),
  commandOf('delete', ['Delete', 'Backspace']),
  commandOf('undo', ['Mod+Z']),
  { ...commandOf('redo', ['Mod+Y'], {}), enabled: () => false, missed: () => undefined },
  { ...commandOf('paste', ['Mod+V'], {}), enabled: () => false },
  commandOf('zoomIn', ['+']),
  commandOf('nextProblem', ['F8']),
];

describe('a key press means', () => {
  test.each([
    ['b/KeyB', 'page', 'bypass'],
    ['b/KeyB', 'text', undefined],
    ['Ctrl+z/KeyZ', 'text', undefined],
    ['Ctrl+Enter', 'text', 'train'],
    ['Ctrl+Alt+Enter', 'page', 'stop'],
    ['ArrowUp', 'canvas', 'walkUp'],
    ['ArrowUp', 'page', undefined],
    ['ArrowUp', 'widget', undefined],
    ['Backspace', 'canvas', 'delete'],
    ['Backspace', 'widget', undefined],
    ['Ctrl+z/KeyZ', 'widget', 'undo'],
    ['F8', 'widget', 'nextProblem'],
    ['Shift+Plus/Equal', 'canvas', 'zoomIn'],
    ['x/KeyX', 'page', undefined],
  ] as const)('%s in %s: %s', (keys, focus: Focus, id) => {
    expect(commandFor(commands, press(keys), focus, false)?.id).toBe(id);
  });

  test.each([
    ['Ctrl+y/KeyY', 'canvas', true],
    ['Ctrl+y/KeyY', 'page', true],
    // The field takes back what was typed into it.
    ['Ctrl+y/KeyY', 'text', false],
    ['Ctrl+z/KeyZ', 'canvas', false],
    ['Ctrl+v/KeyV', 'canvas', false],
  ] as const)('%s in %s cannot be now and says so: %s', (keys, focus: Focus, wanted) => {
    expect(commandFor(commands, press(keys), focus, false)?.id).toBe(keys.includes('z') ? 'undo' : undefined);
    expect(missedFor(commands, press(keys), focus, false) !== undefined).toBe(wanted);
  });
});
