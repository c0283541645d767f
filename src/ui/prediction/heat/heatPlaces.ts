import { elements } from '../../../brick/shape';
import type { Plan, Step } from '../../../compile/plan';

/** A kernel that makes pictures is a convolution's; what a wrapper makes of pictures are several. */
const isPlace = ({ call, shape, weights }: Step) =>
  weights.some(({ name }) => /kernel$/i.test(name)) &&
  !('layer' in call.args) &&
  shape.length === 3 &&
  (elements(shape.slice(0, 2)) ?? 0) > 1;

/**
 * Convolutions whose output can be asked where a class is seen, by path (`block5_conv3`, inside a backbone
 * `vgg16/block5_conv3`); the last is nearest to the answer.
 */
export function heatPlaces(plan: Plan): readonly string[] {
  return plan.steps.flatMap((step) => {
    if (step.nested) return step.nested.steps.filter(isPlace).map(({ name }) => `${step.name}/${name}`);
    return isPlace(step) ? [step.name] : [];
  });
}
