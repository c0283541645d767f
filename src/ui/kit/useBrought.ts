import { useEffect, useEffectEvent } from 'react';
import { useStore } from 'zustand';
import type { Brought } from '../../editor/session';
import { useServices } from '../services';

/** Takes the files that were dropped on the page for this place, once. */
export function useBrought(to: Brought['to'], take: (files: readonly File[]) => void): void {
  const { session } = useServices();
  const brought = useStore(session.store, (state) => (state.brought?.to === to ? state.brought.files : null));
  const taken = useEffectEvent((files: readonly File[]) => {
    session.bring(null);
    take(files);
  });
  useEffect(() => {
    if (brought !== null) taken(brought);
  }, [brought]);
}
