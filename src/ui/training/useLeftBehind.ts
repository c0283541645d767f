import { useMemo } from 'react';
import { useStore } from 'zustand';
import { fingerprint } from '../../compile/fingerprint';
import type { Plan } from '../../compile/plan';
import { useEditor, useServices } from '../services';

/** What decides how a model learns: all that its weights depend on, and what is frozen. */
const essence = (plan: Plan) =>
  fingerprint(plan) + JSON.stringify(plan.steps.map(({ name, trainable }) => [name, trainable]).toSorted());

/** Does a run go on with a model that the canvas does not show any more? Where bricks stand does not matter. */
export function useLeftBehind(): boolean {
  const { runner } = useServices();
  const phase = useStore(runner.store, (state) => state.phase);
  const shown = useEditor(({ plan }) => plan);
  const trained = phase === 'idle' ? null : runner.inTraining();
  return useMemo(() => trained !== null && trained !== shown && essence(trained) !== essence(shown), [trained, shown]);
}
