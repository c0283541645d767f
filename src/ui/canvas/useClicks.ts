import { useCallback } from 'react';
import type { NodeMouseHandler } from 'reactflow';
import { useServices } from '../services';
import type { ScreenPoint } from './canvasStore';
import { pointOf } from './moving/dropTarget';
import { useUnfolding } from './useUnfolding';

/** A click on an item gives it the focus, or the wire that is being made; a double click unfolds a block. */
export function useClicks(
  focusItem: (id: string, selects: boolean, element: HTMLElement | null) => void,
  connect: (to: string, at: ScreenPoint) => void,
) {
  const { session } = useServices();
  const unfold = useUnfolding();
  const onNodeClick: NodeMouseHandler = useCallback(
    (event, { id }) => {
      // Before the page shows the selection: a focus that comes after a change has all of it laid out there and then.
      focusItem(id, true, event.currentTarget.querySelector<HTMLElement>('button[data-item]'));
      if (session.store.getState().connectingFrom === null) return;
      connect(id, pointOf(event.nativeEvent));
      session.connectFrom(null);
    },
    [connect, focusItem, session],
  );
  const onNodeDoubleClick: NodeMouseHandler = useCallback((_, { id }) => unfold(id), [unfold]);
  return { onNodeClick, onNodeDoubleClick };
}
