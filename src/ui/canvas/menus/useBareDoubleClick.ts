import { type MouseEvent, type PointerEvent, useMemo, useRef } from 'react';
import { useCanvasStore } from '../canvasStore';

/** Milliseconds in which two presses are a double click, at most: systems are set to half a second. */
const between = 900;

/** A double click beside every brick asks for the list of bricks: both presses on the canvas, not the first on a dialog that closed. */
export function useBareDoubleClick() {
  const store = useCanvasStore();
  const presses = useRef<readonly number[]>([]);
  return useMemo(
    () => ({
      onPointerDown: ({ timeStamp }: PointerEvent) => {
        presses.current = [...presses.current.slice(-1), timeStamp];
      },
      onDoubleClick: ({ target, timeStamp, clientX, clientY }: MouseEvent) => {
        const bare = target instanceof Element && target.classList.contains('react-flow__pane');
        const [first = -Infinity] = presses.current.length === 2 ? presses.current : [];
        if (bare && timeStamp - first < between)
          store.setState({ quickAdd: { at: { x: clientX, y: clientY }, from: null, on: null } });
      },
    }),
    [store],
  );
}
