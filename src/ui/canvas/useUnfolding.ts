import { useCallback } from 'react';
import { useServices } from '../services';

/** Folds or unfolds a block by the same command as everywhere else, so that the rest makes room. */
export function useUnfolding(): (block: string) => void {
  const { editor, commands } = useServices();
  return useCallback(
    (block) => {
      if (!Object.hasOwn(editor.store.getState().document.blocks, block)) return;
      editor.select([block]);
      commands.find(({ id }) => id === 'fold')?.run();
    },
    [commands, editor],
  );
}
