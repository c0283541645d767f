import type { Preprocessing } from '../../document/training';
import { type Plan, preprocessingFor } from '../../compile/plan';

/** The expression that prepares `images`, values 0 … 255, as the training says. */
export function prepared(plan: Plan, wanted: Preprocessing): string {
  const mode = preprocessingFor(plan, wanted);
  if (mode === 'none') return 'images';
  if (mode === 'scale') return 'layers.Rescaling(1 / 255)(images)';
  const from = plan.steps.find(({ weightsFrom }) => weightsFrom)?.weightsFrom ?? plan.weightsFrom;
  const application = wanted === 'auto' ? from?.application : undefined;
  if (application) return `keras.applications.${application.module}.preprocess_input(images)`;
  return `keras.applications.imagenet_utils.preprocess_input(images, mode="${mode}")`;
}
