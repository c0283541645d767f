import { type KeyboardEvent, useCallback } from 'react';
import { inspectorWords } from '../../i18n/inspector';
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
        const part = `section:is([aria-label="${inspectorWords.en.inspector}"], [aria-label="${inspectorWords.ko.inspector}"])`;
        const first = document.querySelector<HTMLElement>(`${part} > :not(header) ${fields}`);
        (first ?? document.querySelector<HTMLElement>(`${part} ${fields}`))?.focus();
      });
    },
    [editor, preferences, session, unfold, view],
  );
}
