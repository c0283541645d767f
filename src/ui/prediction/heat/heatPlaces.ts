import { elements } from '../../../brick/shape';
import type { Plan, Step } from '../../../compile/plan';

const convolutions = ['conv2d', 'separableConv2d', 'depthwiseConv2d', 'conv2dTranspose'];

const isPlace = ({ type, shape }: Step) =>
  convolutions.includes(type) && shape.length === 3 && (elements(shape.slice(0, 2)) ?? 0) > 1;

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
