import { useEffect, useRef } from 'react';
import type { SessionStore } from '../../../editor/session';

/** What has the focus; for an item of a menu, which goes away, the button that opened the menu. */
function focused(): HTMLElement | null {
  const active = document.activeElement;
  const opener = active?.closest('[role="menu"]')?.getAttribute('aria-labelledby');
  const found = opener ? document.getElementById(opener) : active;
  return found instanceof HTMLElement && found !== document.body ? found : null;
}

/** When the last dialog closes, the focus goes back to where it was before the first one opened. */
export function useReturnFocus({ store }: SessionStore): void {
  const before = useRef<HTMLElement | null>(null);
  useEffect(
    () =>
      store.subscribe(({ dialog }, { dialog: last }) => {
        // A dialog that opens another one is still there, with the focus inside it.
        if (dialog !== null && last === null && !document.activeElement?.closest('[role="dialog"]'))
          before.current = focused();
        if (dialog !== null || last === null) return;
        // After the dialog is gone; whoever has taken the focus meanwhile keeps it.
        requestAnimationFrame(() => {
          const lost = document.activeElement === null || document.activeElement === document.body;
          if (lost && store.getState().dialog === null) before.current?.focus();
        });
      }),
    [store],
  );
}
