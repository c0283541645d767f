import { type RefObject, useEffect, useRef } from 'react';

/** Fields and actions; a hidden file field is opened by a button of its own. */
const reachable = [
  'input:not([type="file"], :disabled)',
  'select:not(:disabled)',
  'textarea',
  'button:not(:disabled)',
  'a[href]',
];

/** On touch a field that has the focus covers half of the screen with its keyboard. */
const touch = () => matchMedia('(pointer: coarse)').matches;

function firstIn(body: HTMLElement | null): HTMLElement | null {
  const found = body?.querySelector<HTMLElement>(reachable.join(', ')) ?? null;
  if (found?.matches('input, textarea') && touch()) return null;
  return found instanceof HTMLInputElement && found.type === 'radio' ? chosenOf(found, body!) : found;
}

/** Of choices that exclude each other Tab reaches the chosen one; without one all of them. */
function chosenOf(radio: HTMLInputElement, body: HTMLElement): HTMLInputElement {
  const chosen = body.querySelectorAll<HTMLInputElement>('input[type="radio"]:checked');
  return [...chosen].find(({ name }) => name === radio.name) ?? radio;
}

/** Gives the focus on from the dialog to the first field or action that comes into its body. */
function whenSomethingComes(content: HTMLElement | null, body: HTMLElement): MutationObserver {
  const waiting = new MutationObserver(() => {
    const first = document.activeElement === content ? firstIn(body) : null;
    if (first === null && document.activeElement === content) return;
    waiting.disconnect();
    first?.focus();
  });
  waiting.observe(body, { childList: true, subtree: true });
  return waiting;
}

/**
 * A dialog begins at its first field or action, not at what closes it: `begin` is called when it opens. What comes into its
 * body later gets the focus as long as nobody has taken it elsewhere.
 */
export function useFirstFocus(): {
  readonly content: RefObject<HTMLDivElement | null>;
  readonly body: RefObject<HTMLDivElement | null>;
  begin(event: Event): void;
} {
  const content = useRef<HTMLDivElement>(null);
  const body = useRef<HTMLDivElement>(null);
  const waiting = useRef<MutationObserver | null>(null);
  useEffect(() => () => waiting.current?.disconnect(), []);
  return {
    content,
    body,
    begin(event) {
      event.preventDefault();
      const first = firstIn(body.current);
      (first ?? content.current)?.focus();
      if (first === null && body.current !== null) waiting.current = whenSomethingComes(content.current, body.current);
    },
  };
}
