import { useStore } from 'zustand';
import { fingerprint } from '../../compile/fingerprint';
import type { Plan } from '../../compile/plan';
import { useEditor, useServices } from '../services';

/** Does the whole model start from weights that know its answers, top and all? */
function knowing({ steps, outputs, weightsFrom }: Plan): boolean {
  if (weightsFrom?.includeTop) return true;
  return outputs.every((output) => steps.find(({ name }) => name === output)?.weightsFrom?.includeTop);
}

/** Why an answer does not count: the model was never trained, or was changed since; null when it does. */
export function useTrust(): 'untrained' | 'outdated' | null {
  const { runner } = useServices();
  const idle = useStore(runner.store, (state) => state.phase === 'idle');
  const epochs = useStore(runner.store, (state) => state.run?.epochs.length ?? 0);
  const fits = useStore(runner.store, (state) => state.resumable !== null);
  const plan = useEditor((state) => state.plan);
  const imported = useStore(runner.store, (state) => state.imported);
  if (!idle || fits) return null;
  if (epochs === 0 && knowing(plan)) return null;
  if (imported !== null && imported === fingerprint(plan)) return null;
  return epochs === 0 ? 'untrained' : 'outdated';
}
