import { resolvedLosses } from '../compile/fittingLoss';
import type { Plan } from '../compile/plan';
import type { Training } from '../document/training';
import type { DatasetFacts } from './dataset';
import { type Compatibility, type DataTrouble, type Ends, type Feed, feeding, fitting } from './fitting';

/** Below which whole numbers the layers behind an input take its values; none when they take any. */
function vocabularies(plan: Plan, input: string): readonly number[] {
  return plan.steps.flatMap(({ inputs, call }) => (inputs.includes(input) ? (call.traits.vocabulary ?? []) : []));
}

/** An input of the model as `fitting` takes it. */
const endOf = (plan: Plan, input: string): Ends['inputs'][number] => ({
  input,
  shape: plan.shapes[input] ?? [],
  vocabularies: vocabularies(plan, input),
});

/** How a dataset goes into an input, or why it does not. */
export const feedOf = (plan: Plan, facts: DatasetFacts, input: string): Feed | DataTrouble =>
  feeding(endOf(plan, input), facts);

/** How a dataset goes into every input of a runnable model and how every output is judged, or the first trouble. */
export function compatibilityOf(plan: Plan, training: Training, facts: DatasetFacts): Compatibility {
  const ends = {
    inputs: plan.inputs.map((input) => endOf(plan, input)),
    outputs: resolvedLosses(plan, training).map(({ output, loss, lossSettings, metrics, weight }) => ({
      output,
      shape: plan.shapes[output] ?? [],
      loss,
      lossSettings,
      metrics,
      weight,
    })),
  };
  return fitting(ends, facts);
}
