import { type KeyboardEvent, useCallback } from 'react';
import type { ItemView } from '../brick/itemView';
import { useServices } from '../services';
import { useUnfolding } from './useUnfolding';

/** Enter opens: a folded block unfolds, a brick's first parameter gets the focus in the inspector. */
export function useEditKey(view: ItemView): (event: KeyboardEvent) => void {
  const { editor, session, preferences } = useServices();
  const unfold = useUnfolding();
  return useCallback(
    (event) => {
      const plain = !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey;
      if (event.key !== 'Enter' || !plain || session.store.getState().connectingFrom !== null) return;
      event.preventDefault();
      event.stopPropagation();
      if (view.layer === null) {
        unfold(view.name);
        return;
      }
      editor.select([view.name]);
      preferences.setState({ inspectorOpen: true });
      // The inspector shows the brick after the next paint.
      requestAnimationFrame(() => {
        const fields = ':is(input, select, textarea):not(:disabled)';
        const part = document.querySelector('[data-inspector]');
        const all = [...(part?.querySelectorAll<HTMLElement>(fields) ?? [])];
        // The name stands in the header; what is set of the layer comes first.
        (all.find((field) => field.closest('header') === null) ?? all[0])?.focus();
      });
    },
    [editor, preferences, session, unfold, view],
  );
}
