import { useCallback } from 'react';
import { useReactFlow } from 'reactflow';
import { useServices } from '../../services';
import { useCanvasStore } from '../canvasStore';

/** Of more items than this only those in view are on the page: React draws thousands for seconds. */
export const drawnAtMost = 400;
/** How far out one sees: of very many bricks never more than some hundreds, which take half a second to draw; the minimap has all. */
export const farthest = (items: number): number => (items > 1000 ? 0.35 : 0.08);
/** Frames in which an item that comes into view must be on the page. */
const patience = 60;

/** Milliseconds in which the canvas moves somewhere. */
export const motion = () => (matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : 150);

/**
 * `focusItem` gives an item the focus, at once where its element is known, which is found slowly among a thousand, and brings it
 * into view where it would not be there otherwise; `centre` moves the canvas to it.
 */
export function useItemFocus() {
  const { editor } = useServices();
  const store = useCanvasStore();
  const flow = useReactFlow();

  const centre = useCallback(
    (id: string) => {
      const item = editor.store.getState().towers.items.get(id);
      if (!item) return;
      const zoom = Math.max(flow.getZoom(), 0.6);
      void flow.setCenter(item.x + item.width / 2, item.y - item.height / 2, { zoom, duration: motion() });
    },
    [editor, flow],
  );

  const focusItem = useCallback(
    (id: string, selects = true, known: HTMLElement | null = null) => {
      store.setState({ focused: id });
      const before = document.activeElement;
      let left = patience;
      const attempt = () => {
        const { frame } = store.getState();
        const now = document.activeElement;
        // Whoever has gone on to type somewhere else in the meantime is left there.
        if (now !== before && now !== document.body && !frame?.contains(now)) return;
        const element = known ?? frame?.querySelector<HTMLElement>(`button[data-item="${CSS.escape(id)}"]`);
        if (element) {
          // Every brick listens to the store: it is told only what is new.
          if (!selects) store.setState({ onlyFocuses: true });
          element.focus({ preventScroll: true });
          if (!selects) store.setState({ onlyFocuses: false });
          return;
        }
        // Somebody else is wanted now, or it is gone.
        if (store.getState().focused !== id || !editor.store.getState().towers.items.has(id)) return;
        if (left === patience) centre(id);
        if (left-- > 0) requestAnimationFrame(attempt);
      };
      if (known !== null) attempt();
      // The item may only just have been added: it is on the page after the next paint.
      else requestAnimationFrame(attempt);
    },
    [centre, editor, store],
  );

  return { focusItem, centre };
}
