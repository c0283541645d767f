import type { Document } from '../document/document';
import { type LossName, type LossSettings, toldLossSettings } from '../document/training/losses';
import { type MetricName, fitsMetric } from '../document/training/metrics';
import { lossFor as fittingLoss, metricsFor as fittingMetrics } from './defaults';
import type { Plan } from './plan';

export { fittingLoss, fittingMetrics };

/** How one output is judged. */
export interface OutputLoss {
  readonly output: string;
  readonly loss: LossName;
  /** Those that are not as Keras has them. */
  readonly lossSettings: LossSettings;
  /** Its factor in the total loss. */
  readonly weight: number;
  readonly metrics: readonly MetricName[];
}

/** Loss, weight and metrics of every output, with `auto` and an empty list resolved for this plan. */
export function resolvedLosses(plan: Plan, training: Document['training']): readonly OutputLoss[] {
  return plan.outputs.map((output) => {
    const own = Object.hasOwn(training.outputs, output) ? training.outputs[output] : undefined;
    const chosen = own === undefined || own.loss === 'auto' ? training : own;
    const loss = chosen.loss === 'auto' ? fittingLoss(plan, output) : chosen.loss;
    const lossSettings = chosen.loss === 'auto' ? {} : toldLossSettings(loss, chosen.lossSettings ?? {});
    const units = plan.shapes[output]?.at(-1) ?? 1;
    const fitting = training.metrics.filter((metric) => fitsMetric(metric, loss, units));
    const metrics = fitting.length > 0 ? fitting : fittingMetrics(loss);
    return { output, loss, lossSettings, weight: own?.weight ?? 1, metrics };
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
