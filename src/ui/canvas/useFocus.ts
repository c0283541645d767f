import { useEffect, useRef } from 'react';
import { useEditor } from '../services';
import { useCanvas, useCanvasStore } from './canvasStore';
import { walkingOrder } from './moving/walkingOrder';

/**
 * The canvas is one Tab stop: the selected item, else the one that had the focus last, else the first of the model.
 * When the item with the focus goes, the one that takes its place in the model gets it, unselected: another
 * press of Delete must not take it too.
 */
export function useFocus(focusItem: (id: string, selects?: boolean) => void): void {
  const store = useCanvasStore();
  const frame = useCanvas((state) => state.frame);
  const towers = useEditor((state) => state.towers);
  const plan = useEditor((state) => state.plan);
  const selected = useEditor((state) => state.selection.items.at(-1));
  const before = useRef<readonly string[]>([]);
  const built = useRef(towers);
  const hadFocus = useRef(false);

  useEffect(() => {
    const element = frame;
    const come = () => (hadFocus.current = true);
    const go = (event: FocusEvent) => {
      // An element that is taken off the page loses the focus to nothing: that is not leaving the canvas.
      if (event.relatedTarget !== null) hadFocus.current = false;
    };
    const away = (event: PointerEvent) => {
      if (!(event.target instanceof Node) || !element?.contains(event.target)) hadFocus.current = false;
    };
    element?.addEventListener('focusin', come);
    element?.addEventListener('focusout', go);
    window.addEventListener('pointerdown', away);
    return () => {
      element?.removeEventListener('focusin', come);
      element?.removeEventListener('focusout', go);
      window.removeEventListener('pointerdown', away);
    };
  }, [frame]);

  useEffect(() => {
    const order = walkingOrder(towers, plan);
    const { focused } = store.getState();
    const index = focused === null ? -1 : before.current.indexOf(focused);
    before.current = order;
    // What an edit has selected, a copy, gets the focus from the brick that has it.
    const edited = built.current !== towers;
    built.current = towers;
    const wanted = selected !== undefined && towers.items.has(selected) ? selected : focused;
    const next =
      wanted !== null && towers.items.has(wanted)
        ? wanted
        : (order[Math.max(0, Math.min(index, order.length - 1))] ?? null);
    if (next !== focused) store.setState({ focused: next });
    if (!hadFocus.current) return;
    // React Flow takes the element of a removed item off the page only after this.
    const frame = requestAnimationFrame(() => {
      const active = document.activeElement;
      const other = active instanceof HTMLElement ? active.dataset['item'] : undefined;
      const passed = edited && next === selected && other !== undefined && other !== next;
      if (active !== document.body && active !== null && !passed) return;
      if (next === null) store.getState().frame?.focus();
      else focusItem(next, next === selected);
    });
    return () => cancelAnimationFrame(frame);
  }, [focusItem, plan, selected, store, towers]);
}
