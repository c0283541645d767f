import { useEffect } from 'react';
import { canvasActions } from '../../editor/commands/canvasActions';
import { bounds } from '../../layout/bounds';
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

/** Where the whole model was in view, it stays so when a panel opens or closes. */
export function useRefit(): void {
  const { editor, session } = useServices();
  useEffect(
    () =>
      session.store.subscribe(({ panel }, before) => {
        const { towers } = editor.store.getState();
        if (panel === before.panel || towers.items.size === 0 || !allVisible(bounds(towers))) return;
        // Two frames: the panel is laid out in the first, the canvas has measured itself in the second.
        requestAnimationFrame(() => requestAnimationFrame(() => canvasActions()?.fit()));
      }),
    [editor, session],
  );
}
