import { useEffect } from 'react';

/** Pixels between the places that are tried for one where nothing lies. */
const step = 24;

const within = (value: number, low: number, high: number) => Math.min(Math.max(value, low), high);

/** A place of the canvas without a brick. */
function freePlace({ left, top, right, bottom }: DOMRect): readonly [x: number, y: number] {
  for (let y = top + step; y < bottom; y += step)
    for (let x = left + step; x < right; x += step)
      if (document.elementFromPoint(x, y)?.matches('.react-flow__pane')) return [x, y];
  return [left + step, top + step];
}

/**
 * Shift+F10 and the menu key ask for the context menu of what has the focus on the canvas. Not every browser makes an event of
 * them that knows where it is, and some make none.
 */
export function useMenuKey(): void {
  useEffect(() => {
    const ask = (event: KeyboardEvent) => {
      const wanted = event.key === 'ContextMenu' || (event.key === 'F10' && event.shiftKey);
      const canvas = event.target instanceof Element ? event.target.closest('[data-canvas]') : null;
      if (!wanted || canvas === null || !(event.target instanceof Element)) return;
      event.preventDefault();
      const item = event.target.closest('[data-item]');
      const frame = canvas.getBoundingClientRect();
      const box = item?.getBoundingClientRect();
      const [clientX, clientY] = box
        ? [
            within(box.left + box.width / 2, frame.left + 1, frame.right - 1),
            within(box.top + box.height / 2, frame.top + 1, frame.bottom - 1),
          ]
        : freePlace(frame);
      const on = item ?? canvas.querySelector('.react-flow__pane') ?? canvas;
      on.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true, clientX, clientY }));
    };
    addEventListener('keydown', ask);
    return () => removeEventListener('keydown', ask);
  }, []);
}
