import { type FocusEvent, useCallback } from 'react';
import { useServices } from '../services';
import { useCanvasStore } from './canvasStore';

/** Where the focus comes by keyboard, the selection follows; a click selects in its own way. */
export function useFocusSelects(id: string): (event: FocusEvent) => void {
  const { editor } = useServices();
  const store = useCanvasStore();
  return useCallback(
    (event) => {
      const { focused, onlyFocuses } = store.getState();
      if (focused !== id) store.setState({ focused: id });
      if (onlyFocuses) return;
      const { items } = editor.store.getState().selection;
      if (event.currentTarget.matches(':focus-visible') && !items.includes(id)) editor.select([id]);
    },
    [editor, id, store],
  );
}
