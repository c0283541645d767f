import { useCallback } from 'react';
import type { NodeMouseHandler } from 'reactflow';
import { useUnfolding } from './useUnfolding';

/** A click on an item gives it the focus, a double click unfolds a block. */
export function useClicks(focusItem: (id: string) => void) {
  const unfold = useUnfolding();
  const onNodeClick: NodeMouseHandler = useCallback((_, { id }) => focusItem(id), [focusItem]);
  const onNodeDoubleClick: NodeMouseHandler = useCallback((_, { id }) => unfold(id), [unfold]);
  return { onNodeClick, onNodeDoubleClick };
}
