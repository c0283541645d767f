import { useStore } from 'zustand';
import { useServices } from '../services';

/** Why an answer does not count: the model was never trained, or was changed since; null when it does. */
export function useTrust(): 'untrained' | 'outdated' | null {
  const { runner } = useServices();
  const idle = useStore(runner.store, (state) => state.phase === 'idle');
  const epochs = useStore(runner.store, (state) => state.run?.epochs.length ?? 0);
  const fits = useStore(runner.store, (state) => state.resumable !== null);
  if (!idle || fits) return null;
  return epochs === 0 ? 'untrained' : 'outdated';
}
