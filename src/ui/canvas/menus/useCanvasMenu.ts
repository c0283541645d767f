import { type MouseEvent, type PointerEvent, useMemo, useRef, useState } from 'react';
import { useServices } from '../../services';
import { itemAt } from '../wires/useLinking';
import type { MenuRequest } from './CanvasMenuList';

/** Milliseconds after which a finger that lies still asks for the menu, and the pixels that it may tremble. */
const long = 500;
const still = 10;

interface Press {
  readonly x: number;
  readonly y: number;
  readonly timer: ReturnType<typeof setTimeout>;
}

/** The mouse that a browser makes of a lifted finger would take the focus from the menu, and click behind it. */
function withoutMouse(): void {
  const lifted = (event: TouchEvent) => event.preventDefault();
  const ended = new AbortController();
  const options = { capture: true, signal: ended.signal };
  addEventListener('touchend', lifted, { ...options, passive: false });
  for (const end of ['touchend', 'touchcancel', 'pointercancel'] as const)
    addEventListener(end, () => setTimeout(() => ended.abort()), options);
}

/** The context menu: by a right click, the menu key, or a finger held on a place; not every browser makes one of the last. */
export function useCanvasMenu() {
  const { editor } = useServices();
  const [menu, setMenu] = useState<MenuRequest | null>(null);
  const press = useRef<Press | null>(null);
  const handlers = useMemo(() => {
    const open = (target: EventTarget, x: number, y: number) => {
      const id = itemAt({ x, y });
      const { items, wires } = editor.store.getState().selection;
      const wire = target instanceof SVGElement ? target.dataset['wire'] : undefined;
      setMenu({ place: id !== null ? 'item' : wire !== undefined ? 'wire' : 'canvas', at: [x, y] });
      if (id !== null && !items.includes(id)) editor.select([id]);
      if (id === null && wire !== undefined && !wires.includes(wire)) editor.select([], [wire]);
    };
    const release = () => {
      clearTimeout(press.current?.timer);
      press.current = null;
    };
    return {
      onContextMenu(event: MouseEvent) {
        event.preventDefault();
        release();
        open(event.target, event.clientX, event.clientY);
      },
      onPointerDownCapture({ pointerType, isPrimary, target, clientX: x, clientY: y }: PointerEvent) {
        release();
        // A second finger pinches.
        if (pointerType !== 'touch' || !isPrimary) return;
        const asks = () => {
          release();
          withoutMouse();
          open(target, x, y);
        };
        press.current = { x, y, timer: setTimeout(asks, long) };
      },
      onPointerMoveCapture({ clientX, clientY }: PointerEvent) {
        const at = press.current;
        if (at !== null && Math.hypot(clientX - at.x, clientY - at.y) > still) release();
      },
      onPointerUpCapture: release,
      onPointerCancelCapture: release,
    };
  }, [editor]);
  return { menu, close: () => setMenu(null), handlers };
}
