import { type LossName, lossRecord } from '../document/training/losses';
import type { MetricName } from '../document/training/metrics';
import type { Plan, Step } from './plan';

/** Activation of one of the model's outputs; looks into a backbone and through layers that change no value. */
export function outputActivation(plan: Plan, output = plan.outputs[0] ?? ''): string {
  const steps = new Map(plan.steps.map((step) => [step.name, step]));
  let step: Step | undefined = steps.get(output);
  // The activation in front of a layer that only hands values on still decides.
  while (step?.call.traits.passesValues) step = steps.get(step.inputs[0] ?? '');
  if (step?.nested) return outputActivation(step.nested);
  const activation = step?.call.traits.activation ?? step?.call.args['activation'];
  return typeof activation === 'string' ? activation : 'linear';
}

/** The loss that fits an output's last brick: sigmoid → yes/no, softmax → class numbers, otherwise numbers. */
export function lossFor(plan: Plan, output?: string): LossName {
  const activation = outputActivation(plan, output);
  if (activation === 'sigmoid') return 'binaryCrossentropy';
  if (activation === 'softmax') return 'sparseCategoricalCrossentropy';
  return 'meanSquaredError';
}

/** The metrics that fit a loss: accuracy for classes, the mean absolute error for numbers. */
export function metricsFor(loss: LossName): readonly MetricName[] {
  return lossRecord(loss).kind !== 'numbers' ? ['accuracy'] : ['meanAbsoluteError'];
}
