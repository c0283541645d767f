import type { Document } from '../document/document';
import type { LossName, MetricName } from '../document/training';
import type { Plan, Step } from './plan';

/** Activation of a step's output, whether it is a brick of its own or a parameter of the layer. */
function outputActivation(step: Step | undefined): unknown {
  return step?.call.args['activation'];
}

/** The loss for the last brick: softmax → classes, sigmoid → yes/no, everything else → numbers. */
export function fittingLoss(plan: Plan): LossName {
  const last = plan.steps.find(({ name }) => name === plan.outputs[0]);
  const activation = outputActivation(last);
  if (activation === 'softmax') return 'sparseCategoricalCrossentropy';
  if (activation === 'sigmoid') return 'binaryCrossentropy';
  return 'meanSquaredError';
}

/** The metrics for a loss: accuracy where classes are told apart, the mean absolute error for numbers. */
export function fittingMetrics(loss: LossName): readonly MetricName[] {
  return loss.endsWith('Crossentropy') || loss.toLowerCase().endsWith('hinge') ? ['accuracy'] : ['meanAbsoluteError'];
}

/** Loss and metrics really used, with `auto` and an empty list resolved for this plan. */
export function resolvedLoss(
  plan: Plan,
  training: Document['training'],
): { readonly loss: LossName; readonly metrics: readonly MetricName[] } {
  const loss = training.loss === 'auto' ? fittingLoss(plan) : training.loss;
  return { loss, metrics: training.metrics.length > 0 ? training.metrics : fittingMetrics(loss) };
}
