import { useLayoutEffect } from 'react';
import { commandFor, focusOf, isMac, missedFor } from '../../editor/commands/keys';
import { useServices } from '../services';

/** Is there a dialog that the page itself has opened, because it must know something first? */
const asking = () => document.querySelector('[role="dialog"][data-modal]') !== null;

/** Runs the command that a key press means, wherever the focus is; an open dialog keeps its keys. */
export function useShortcuts(): void {
  const { commands, session } = useServices();
  // Before the page is seen: the first key press after the first paint must count.
  useLayoutEffect(() => {
    const mac = isMac(navigator.userAgent);
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented || session.store.getState().dialog !== null || asking()) return;
      const pressed = [commands, event, focusOf(document.activeElement), mac] as const;
      const run = commandFor(...pressed)?.run ?? missedFor(...pressed);
      if (!run) return;
      event.preventDefault();
      void run();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  }, [commands, session]);
}
