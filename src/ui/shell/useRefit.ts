import { useEffect } from 'react';
import { canvasActions } from '../../editor/commands/canvasActions';
import { bounds } from '../../layout/bounds';
import { badges } from '../canvas/badges/badgeParts';
import { isNarrow } from '../narrow';
import { useServices } from '../services';

/** Is the whole model inside a canvas of this size, as it is drawn now? */
function allVisible(model: ReturnType<typeof bounds>, canvas: DOMRectReadOnly): boolean {
  const viewport = document.querySelector('.react-flow__viewport');
  if (!viewport) return false;
  const { a: zoom, e: left, f: top } = new DOMMatrixReadOnly(getComputedStyle(viewport).transform);
  return (
    model.x * zoom + left >= 0 &&
    model.y * zoom + top >= 0 &&
    (model.x + model.width) * zoom + left <= canvas.width &&
    (model.y + model.height) * zoom + top <= canvas.height
  );
}

/** What the room of the canvas depends on and is dragged, or put elsewhere. */
const dragged = ['dockSide', 'dockHeight', 'dockWidth', 'paletteWidth', 'inspectorWidth'] as const;

/** Milliseconds in which the canvas has moved to where it was told. */
const moving = 500;

/** Where the whole model was in view, it stays so when a panel opens or closes, and when the window changes its size. */
export function useRefit(): void {
  const { editor, preferences, runner, session } = useServices();
  useEffect(() => {
    let waiting = false;
    let moved = -moving;
    /** What the canvas measured when it was last laid out: a window that changes has changed it already. */
    let canvas = new DOMRectReadOnly();
    const laidOut = new ResizeObserver(([entry]) => (canvas = entry!.contentRect));
    laidOut.observe(document.querySelector('.react-flow')!);
    const refit = () => {
      const { towers } = editor.store.getState();
      const follows = performance.now() - moved < moving;
      if (waiting || towers.items.size === 0 || !(follows || allVisible(bounds(towers), canvas))) return;
      waiting = true;
      // Two frames: the panel is laid out in the first, the canvas has measured itself in the second.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          waiting = false;
          moved = performance.now();
          canvasActions()?.fit();
        }),
      );
    };
    window.addEventListener('resize', refit);
    const ends = [
      () => laidOut.disconnect(),
      () => window.removeEventListener('resize', refit),
      session.store.subscribe(({ panel }, before) => panel !== before.panel && refit()),
      // Maps and histograms come beside the bricks.
      runner.store.subscribe((now, before) => badges(now) && !badges(before) && refit()),
      // Beside the canvas they take little of it; as sheets below it, half.
      preferences.subscribe((now, before) => {
        const sheet = now.paletteOpen !== before.paletteOpen || now.inspectorOpen !== before.inspectorOpen;
        if ((sheet && isNarrow()) || dragged.some((part) => now[part] !== before[part])) refit();
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [editor, preferences, runner, session]);
}
