import { useCallback } from 'react';
import type { EdgeChange, NodeChange } from 'reactflow';
import { useServices } from '../services';
import type { CanvasNode, WireFlowEdge } from './flowNodes';

/** Selecting by pointer: React Flow says what changed, the editor keeps it. Dragging hears of the same changes. */
export function useSelection(onNodesDragged: (changes: readonly NodeChange<CanvasNode>[]) => void) {
  const { editor } = useServices();
  const onNodesChange = useCallback(
    (changes: readonly NodeChange<CanvasNode>[]) => {
      onNodesDragged(changes);
      const { items, wires } = editor.store.getState().selection;
      const next = changed(items, changes);
      if (next !== items) editor.select(next, wires);
    },
    [editor, onNodesDragged],
  );
  const onEdgesChange = useCallback(
    (changes: readonly EdgeChange<WireFlowEdge>[]) => {
      const { items, wires } = editor.store.getState().selection;
      const next = changed(wires, changes);
      if (next !== wires) editor.select(items, next);
    },
    [editor],
  );
  return { onNodesChange, onEdgesChange };
}

function changed(selected: readonly string[], changes: readonly { type: string }[]): readonly string[] {
  const ids = new Set(selected);
  let touched = false;
  for (const change of changes) {
    if (change.type !== 'select' || !('id' in change) || !('selected' in change)) continue;
    const id = String(change.id);
    if (ids.has(id) === Boolean(change.selected)) continue;
    touched = true;
    if (change.selected) ids.add(id);
    else ids.delete(id);
  }
  return touched ? [...ids] : selected;
}
