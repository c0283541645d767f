import { isMac } from '../../editor/commands/keys';

/** The key that `Mod` stands for: ⌘ on Apple's systems, Ctrl elsewhere. */
export const modifier: 'Meta' | 'Control' = isMac(globalThis.navigator?.userAgent ?? '') ? 'Meta' : 'Control';

const symbols: Readonly<Record<string, string>> = {
  ArrowUp: '↑',
  ArrowDown: '↓',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  Delete: 'Del',
};

/** A shortcut as printed on a key, in parts: `Mod+Shift+Z` → `Ctrl`, `Shift`, `Z` (or `⌘`, `⇧`, `Z`). */
export function keyParts(shortcut: string): readonly string[] {
  const apple = modifier === 'Meta';
  const modifiers: Readonly<Record<string, string>> = apple
    ? { Mod: '⌘', Shift: '⇧', Alt: '⌥' }
    : { Mod: 'Ctrl', Shift: 'Shift', Alt: 'Alt' };
  const parts = shortcut === '+' ? ['+'] : shortcut.replace(/\+\+$/, '+Plus').split('+');
  return parts.map((part) => modifiers[part] ?? symbols[part] ?? (part === 'Plus' ? '+' : part));
}
