import type { Viewport } from 'reactflow';

/** The least and the most zoom. */
export interface ZoomRange {
  readonly least: number;
  readonly most: number;
}

/** What a pinch moves. */
export interface Pinched {
  readonly range: () => ZoomRange;
  readonly viewport: () => Viewport;
  readonly show: (viewport: Viewport) => void;
}

interface Fingers {
  readonly x: number;
  readonly y: number;
  readonly apart: number;
}

/** The viewport after two fingers moved: what lay between them stays there. Positions are from the canvas's corner, in pixels. */
export function pinchedTo({ x, y, zoom }: Viewport, from: Fingers, to: Fingers, { least, most }: ZoomRange): Viewport {
  const next = Math.min(most, Math.max(least, zoom * (to.apart / from.apart)));
  const grown = next / zoom;
  return { x: to.x - (from.x - x) * grown, y: to.y - (from.y - y) * grown, zoom: next };
}

/**
 * Two fingers zoom and move the canvas also where the first of them is on a brick: React Flow would go on moving the
 * brick. Answers what ends it.
 */
export function pinch(canvas: HTMLElement, moved: Pinched): () => void {
  let last: Fingers | null = null;
  const fingersOf = ({ touches }: TouchEvent): Fingers | null => {
    const [a, b] = touches;
    if (a === undefined || b === undefined || touches.length !== 2) return null;
    const corner = canvas.getBoundingClientRect();
    return {
      x: (a.clientX + b.clientX) / 2 - corner.left,
      y: (a.clientY + b.clientY) / 2 - corner.top,
      apart: Math.max(1, Math.hypot(a.clientX - b.clientX, a.clientY - b.clientY)),
    };
  };
  const onBrick = ({ touches }: TouchEvent) =>
    [...touches].some(({ target }) => target instanceof Element && target.closest('.react-flow__node') !== null);
  const ended = new AbortController();
  const options = { capture: true, passive: false, signal: ended.signal };
  const begin = (event: TouchEvent) => {
    last = onBrick(event) ? fingersOf(event) : null;
    if (last !== null) event.stopPropagation();
  };
  const move = (event: TouchEvent) => {
    const now = last === null ? null : fingersOf(event);
    if (last === null || now === null) return;
    event.preventDefault();
    event.stopPropagation();
    moved.show(pinchedTo(moved.viewport(), last, now, moved.range()));
    last = now;
  };
  const end = () => {
    last = null;
  };
  canvas.addEventListener('touchstart', begin, options);
  canvas.addEventListener('touchmove', move, options);
  for (const type of ['touchend', 'touchcancel'] as const) canvas.addEventListener(type, end, options);
  return () => ended.abort();
}
