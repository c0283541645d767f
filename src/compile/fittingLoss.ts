import type { Document } from '../document/document';
import type { LossName, MetricName } from '../document/training/trainingChoices';
import { lossFor as fittingLoss, metricsFor as fittingMetrics } from './defaults';
import type { Plan } from './plan';

export { fittingLoss, fittingMetrics };

/** How one output is judged. */
export interface OutputLoss {
  readonly output: string;
  readonly loss: LossName;
  /** Its factor in the total loss. */
  readonly weight: number;
  readonly metrics: readonly MetricName[];
}

/** Loss, weight and metrics of every output, with `auto` and an empty list resolved for this plan. */
export function resolvedLosses(plan: Plan, training: Document['training']): readonly OutputLoss[] {
  return plan.outputs.map((output) => {
    const own = Object.hasOwn(training.outputs, output) ? training.outputs[output] : undefined;
    const chosen = own === undefined || own.loss === 'auto' ? training.loss : own.loss;
    const loss = chosen === 'auto' ? fittingLoss(plan, output) : chosen;
    const metrics = training.metrics.length > 0 ? training.metrics : fittingMetrics(loss);
    return { output, loss, weight: own?.weight ?? 1, metrics };
  });
}

/** Loss and metrics of the first output. */
export function resolvedLoss(
  plan: Plan,
  training: Document['training'],
): { readonly loss: LossName; readonly metrics: readonly MetricName[] } {
  const [first] = resolvedLosses(plan, training);
  const loss = first?.loss ?? (training.loss === 'auto' ? fittingLoss(plan) : training.loss);
  return { loss, metrics: first?.metrics ?? fittingMetrics(loss) };
}
