import { useSyncExternalStore } from 'react';
import { isNarrow, narrow } from '../narrow';

function listen(changed: () => void): () => void {
  const screen = matchMedia(narrow);
  screen.addEventListener('change', changed);
  return () => screen.removeEventListener('change', changed);
}

/** Are palette and inspector sheets below the canvas now? */
export const useNarrow = (): boolean => useSyncExternalStore(listen, isNarrow);
