import type { Document } from '../document/document';
import type { LossName, MetricName } from '../document/training';
import { lossFor as fittingLoss, metricsFor as fittingMetrics } from './defaults';
import type { Plan } from './plan';

export { fittingLoss, fittingMetrics };

/** Loss and metrics really used, with `auto` and an empty list resolved for this plan. */
export function resolvedLoss(
  plan: Plan,
  training: Document['training'],
): { readonly loss: LossName; readonly metrics: readonly MetricName[] } {
  const loss = training.loss === 'auto' ? fittingLoss(plan) : training.loss;
  return { loss, metrics: training.metrics.length > 0 ? training.metrics : fittingMetrics(loss) };
}
