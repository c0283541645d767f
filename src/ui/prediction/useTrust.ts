import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Plan } from '../../compile/plan';
import { useEditor, useServices } from '../services';

/** What decides whether weights fit: every layer with its weights' shapes and its settings. */
function layersText(plan: Plan): string {
  return JSON.stringify(plan.steps.map(({ name, call, inputs, weights }) => [name, call, inputs, weights]));
}

/** The layers that each run was trained with, as seen from this page. */
const trainedLayers = new Map<string, string>();

/** Why an answer does not count: the model was never trained, or was changed since; null when it does. */
export function useTrust(): 'untrained' | 'outdated' | null {
  const { runner } = useServices();
  const run = useStore(runner.store, (state) => state.run);
  const resumable = useStore(runner.store, (state) => state.resumable);
  const plan = useEditor((state) => state.plan);
  const layers = layersText(plan);
  const id = run?.id;
  const running = run?.state === 'running';
  useEffect(() => {
    if (id !== undefined && (running || !trainedLayers.has(id))) trainedLayers.set(id, layers);
  }, [id, running, layers]);
  if (run === null || run.epochs.length === 0) return resumable === null ? 'untrained' : null;
  const then = trainedLayers.get(run.id);
  return then === undefined || then === layers ? null : 'outdated';
}
