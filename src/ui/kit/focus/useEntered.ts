import { type RefObject, useEffect, useRef } from 'react';
import { useServices } from '../../services';

/** Milliseconds in which a list of commands gives the focus back to where it was called. */
const givenBack = 60;

/** Did a key bring it there? A field is left alone, whoever types goes on; a panel that is open from the start was not asked for. */
function byKey(active: Element | null): boolean {
  if (navigator.userActivation?.hasBeenActive === false) return false;
  if (active === null || active === document.body) return true;
  return active.matches(':focus-visible') && !active.matches('input, select, textarea, [contenteditable="true"]');
}

/** The ref of a panel that is entered when it opens by key: the focus goes into it, which says its name. A run keeps its buttons. */
export function useEntered(): RefObject<HTMLElement | null> {
  const { runner } = useServices();
  const panel = useRef<HTMLElement | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout>;
    const enter = () => {
      // The list of commands is about to close, and gives the focus back.
      if (document.activeElement?.closest('[role="dialog"]')) timer = setTimeout(enter, givenBack);
      else if (runner.store.getState().phase === 'idle' && byKey(document.activeElement))
        panel.current?.focus({ preventScroll: true });
    };
    timer = setTimeout(enter, givenBack);
    return () => clearTimeout(timer);
  }, [runner]);
  return panel;
}
