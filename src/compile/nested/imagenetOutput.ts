import type { Plan } from '../plan';

/**
 * Does the output answer ImageNet's 1,000 classes? It does where the model, or the backbone that is its last layer, has
 * its own top and starts from ImageNet's weights or from a file for the same architecture.
 */
export function answersImagenet(plan: Plan, output: string): boolean {
  const step = plan.steps.find(({ name }) => name === output);
  if (step?.shape.length !== 1 || step.shape[0] !== 1000) return false;
  const start = step.weightsFrom ?? plan.weightsFrom;
  return start !== undefined && start.includeTop && start.source !== 'digits' && start.architecture !== '';
}
