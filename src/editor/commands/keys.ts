import type { Command } from './command';

/** The part of a `KeyboardEvent` that shortcuts need. */
export interface KeyPress {
  readonly key: string;
  /** Physical key, for letters and digits typed with Alt or on a non-Latin keyboard (Korean). */
  readonly code: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly shiftKey: boolean;
  readonly isComposing?: boolean;
}

/** Where the focus is: in a text field, in the canvas, in a control that uses keys itself, or anywhere else. */
export type Focus = 'text' | 'canvas' | 'widget' | 'page';

/** ⌘ is the command key on Apple's systems. */
export function isMac(userAgent: string): boolean {
  return /mac|iphone|ipad/i.test(userAgent);
}

/** A key press as shortcut text: `Mod+Shift+Z`, `?`, `F2`; null for a modifier alone or while composing Korean. */
export function shortcutOf(press: KeyPress, mac: boolean): string | null {
  if (press.isComposing || ['Control', 'Meta', 'Alt', 'Shift', 'Process', 'Dead'].includes(press.key)) return null;
  const mod = mac ? press.metaKey : press.ctrlKey;
  // Ctrl on macOS and the Windows key are none of ours.
  if (mac ? press.ctrlKey : press.metaKey) return null;
  const key = keyOf(press);
  // `?` and `+` need Shift on most keyboards: what counts is the character.
  const shift = press.shiftKey && (key.length > 1 || /[A-Z0-9]/.test(key));
  return [mod && 'Mod', press.altKey && 'Alt', shift && 'Shift', key].filter(Boolean).join('+');
}

function keyOf({ key, code }: KeyPress): string {
  const letter = /^Key([A-Z])$/.exec(code)?.[1];
  const latin = /^[\x20-\x7e]$/.test(key);
  if (letter !== undefined && (!latin || /^[a-z]$/i.test(key))) return latin ? key.toUpperCase() : letter;
  if (key === ' ') return 'Space';
  return key;
}

/** Shortcut text in one order of modifiers, so that `Mod+Alt+Enter` and `Alt+Mod+Enter` are the same. */
function normal(shortcut: string): string {
  const plus = shortcut === '+' || shortcut.endsWith('++');
  const parts = plus ? [...shortcut.slice(0, -2).split('+').filter(Boolean), '+'] : shortcut.split('+');
  const key = parts.at(-1)!;
  return [...['Mod', 'Alt', 'Shift'].filter((modifier) => parts.includes(modifier)), key].join('+');
}

/**
 * The command that a key press means here, if it can run now. While typing, only commands marked `inText`;
 * `inCanvas` ones only in the canvas; keys without `Mod` are left to controls that use keys themselves.
 */
export function commandFor(
  commands: readonly Command[],
  press: KeyPress,
  focus: Focus,
  mac: boolean,
): Command | undefined {
  return commandsFor(commands, press, focus, mac).find((command) => command.enabled());
}

/** What tells that the command of a key press cannot run here now; undefined where it can, or there is nothing to tell. */
export function missedFor(...[commands, press, focus, mac]: Parameters<typeof commandFor>): Command['missed'] {
  const meant = commandsFor(commands, press, focus, mac);
  return meant.some((command) => command.enabled()) ? undefined : meant.find(({ missed }) => missed)?.missed;
}

/** Commands that a key press means here, whether they can run or not. */
function commandsFor(commands: readonly Command[], press: KeyPress, focus: Focus, mac: boolean): readonly Command[] {
  const shortcut = shortcutOf(press, mac);
  if (shortcut === null) return [];
  const plain = !shortcut.includes('Mod+') && !/(?:^|\+)F\d+$/.test(shortcut);
  return commands.filter(({ keys, inText = false, inCanvas = false }) => {
    if (!keys.some((key) => normal(key) === shortcut)) return false;
    if (focus === 'text' && !inText) return false;
    if (focus === 'widget' && plain) return false;
    return !inCanvas || focus === 'canvas';
  });
}

/** Where an element with the focus lies. */
export function focusOf(element: Element | null): Focus {
  if (element === null) return 'page';
  const text =
    'textarea, select, [contenteditable]:not([contenteditable="false"]), [role="textbox"], [role="combobox"]';
  const untyped = '[type="button"], [type="checkbox"], [type="radio"], [type="range"], [type="file"], [type="submit"]';
  if (element.closest(text) || element.closest(`input:not(${untyped})`)) return 'text';
  const widget =
    '[role="menu"], [role="menubar"], [role="listbox"], [role="radiogroup"], [role="slider"], [role="dialog"]';
  if (element.closest(`${widget}, [role="tablist"], input`)) return 'widget';
  return element.closest('[data-canvas], .react-flow') ? 'canvas' : 'page';
}
