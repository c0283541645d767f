import { useStore } from 'zustand';
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
  const plan = useEditor((state) => state.plan);
  const weights = useStore(runner.store, (state) => state.model?.weights);
  if (!idle || weights === 'trained' || weights === 'imported') return null;
  if (epochs === 0 && knowing(plan)) return null;
  return epochs === 0 ? 'untrained' : 'outdated';
}
