import type { Step, Totals } from '../plan';

/** Sums over layers: all parameters, and those that training changes. */
export function totalsOf(steps: readonly Step[]): Totals {
  const parameters = steps.reduce((sum, step) => sum + step.parameters, 0);
  const trainable = steps.reduce((sum, step) => sum + step.trainableParameters, 0);
  return { parameters, trainable, nonTrainable: parameters - trainable };
}
