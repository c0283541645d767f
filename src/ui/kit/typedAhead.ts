import { useState, useSyncExternalStore } from 'react';

let typed = '';

const inField = () => document.activeElement instanceof HTMLInputElement;

/**
 * Who presses Ctrl+K, or Tab on the canvas, types on at once: until the field of the list that is to come is there and has
 * the focus, letters are kept for it, and mean no command. Gives what ends that.
 */
export function keepTyped(): () => void {
  typed = '';
  let joined = false;
  const press = (event: KeyboardEvent) => {
    const list = document.querySelector<HTMLInputElement>('[cmdk-input]');
    // A dialog selects the text of the field that it gives the focus: the next letter would take the place of those kept.
    if (list !== null && !joined && document.activeElement === list) {
      joined = true;
      if (list.value === typed) list.setSelectionRange(typed.length, typed.length);
    }
    if (inField() || event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
    // The key goes where the focus is when its turn is over.
    if (list) list.focus();
    else if (event.key.length === 1) typed += event.key;
    else if (event.key === 'Backspace') typed = typed.slice(0, -1);
    else if (event.key !== 'Enter') return;
    if (!list) event.preventDefault();
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
