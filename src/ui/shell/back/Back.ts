import { useEffect } from 'react';
import { isNarrow } from '../../narrow';
import { useServices } from '../../services';
import { backEntries } from './backEntries';

const none = { paletteOpen: false, inspectorOpen: false };
const floating = ':is([role="dialog"], [role="alertdialog"], [role="menu"]):not([data-state="closed"]), dialog[open]';
/** What may have opened or closed something: each that opens takes the focus. */
const happenings = ['focusin', 'click', 'keyup'] as const;
/** Milliseconds until what a press has opened is there. */
const soon = 80;

/**
 * On a narrow screen, where one thing covers another, the browser's Back closes what lies on top: a menu, a dialog, then the
 * sheet or the panel below the canvas. With nothing open it leaves the page.
 */
export default function Back() {
  const { preferences, session } = useServices();
  useEffect(() => {
    const layers = () => [...document.querySelectorAll(floating)];
    const below = () => {
      const { paletteOpen, inspectorOpen } = preferences.getState();
      return session.store.getState().panel !== null || paletteOpen || inspectorOpen;
    };
    const { settle, popped } = backEntries({
      history,
      open: () => (isNarrow() ? layers().length + Number(below()) : 0),
      closeTop() {
        const top = layers().at(-1);
        if (top === undefined) {
          session.show(null);
          preferences.setState(none);
          return;
        }
        const active = document.activeElement;
        const at = active !== null && top.contains(active) ? active : top;
        at.dispatchEvent(new KeyboardEvent('keydown', { key: 'Escape', bubbles: true, cancelable: true }));
      },
    });
    let waiting: ReturnType<typeof setTimeout> | undefined;
    const later = () => {
      clearTimeout(waiting);
      waiting = setTimeout(settle, soon);
    };
    const back = ({ state }: PopStateEvent) => {
      popped(state);
      later();
    };
    later();
    window.addEventListener('popstate', back);
    for (const happening of happenings) document.addEventListener(happening, later);
    const ends = [session.store.subscribe(later), preferences.subscribe(later)];
    return () => {
      clearTimeout(waiting);
      window.removeEventListener('popstate', back);
      for (const happening of happenings) document.removeEventListener(happening, later);
      ends.forEach((end) => end());
    };
  }, [preferences, session]);
  return null;
}
