import { useState, useSyncExternalStore } from 'react';

let typed = '';

const inField = () => document.activeElement instanceof HTMLInputElement;

/**
 * Who presses Ctrl+K, or Tab on the canvas, types on at once: until the field of the list that is to come is there and has
 * the focus, letters are kept for it, and mean no command. Gives what ends that.
 */
export function keepTyped(): () => void {
  typed = '';
  const press = (event: KeyboardEvent) => {
    if (inField() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    const field = document.querySelector<HTMLElement>('[cmdk-input]');
    // The key goes where the focus is when its turn is over.
    if (field) field.focus();
    else if (event.key.length === 1) typed += event.key;
    else if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key !== 'Enter') return;
    if (!field) event.preventDefault();
  };
  window.addEventListener('keydown', press, true);
  return () => window.removeEventListener('keydown', press, true);
}

/** Once the field is there nothing more is kept; React looks once more when it shows what it has drawn. */
const subscribe = () => () => undefined;

/** What a list searches for: at first what was typed before its field was there, up to the moment in which it is. */
export function useTypedAhead() {
  const ahead = useSyncExternalStore(subscribe, () => typed);
  const [search, setSearch] = useState<string | null>(null);
  return [search ?? ahead, setSearch] as const;
}
