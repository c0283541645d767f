import { useStore } from 'zustand';
import { useClassNames } from '../../samples/useClassNames';
import { useServices } from '../../services';

/** The word of a class of what the shown run has learned from, which may be another dataset than the chosen one. */
export function useRunClassNames(): (index: number) => string {
  const { runner } = useServices();
  return useClassNames(useStore(runner.store, ({ run }) => run?.training.dataset ?? null));
}
