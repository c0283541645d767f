import { useEffect } from 'react';
import { canvasActions } from '../../editor/commands/canvasActions';
import { bounds } from '../../layout/bounds';
import { badges } from '../canvas/badges/badgeParts';
import { isNarrow } from '../narrow';
import { useServices } from '../services';

/** Is the whole model inside the canvas, as it is drawn now? */
function allVisible(model: ReturnType<typeof bounds>): boolean {
  const canvas = document.querySelector('.react-flow')?.getBoundingClientRect();
  const viewport = document.querySelector('.react-flow__viewport');
  if (!canvas || !viewport) return false;
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

/** Where the whole model was in view, it stays so when a panel opens or closes. */
export function useRefit(): void {
  const { editor, preferences, runner, session } = useServices();
  useEffect(() => {
    let waiting = false;
    const refit = () => {
      const { towers } = editor.store.getState();
      if (waiting || towers.items.size === 0 || !allVisible(bounds(towers))) return;
      waiting = true;
      // Two frames: the panel is laid out in the first, the canvas has measured itself in the second.
      requestAnimationFrame(() =>
        requestAnimationFrame(() => {
          waiting = false;
          canvasActions()?.fit();
        }),
      );
    };
    const ends = [
      session.store.subscribe(({ panel }, before) => panel !== before.panel && refit()),
      // Maps and histograms come beside the bricks.
      runner.store.subscribe((now, before) => badges(now) && !badges(before) && refit()),
      // Beside the canvas they take little of it; as sheets below it, half.
      preferences.subscribe((now, before) => {
        const moved = now.paletteOpen !== before.paletteOpen || now.inspectorOpen !== before.inspectorOpen;
        if ((moved && isNarrow()) || dragged.some((part) => now[part] !== before[part])) refit();
      }),
    ];
    return () => ends.forEach((end) => end());
  }, [editor, preferences, runner, session]);
}
