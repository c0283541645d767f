import { type Tensor, concat, registerGradient, stack, unregisterGradient } from '@tensorflow/tfjs-core';

/** Of a kernel with one output tfjs gives its gradient bare, though its own gradients of lists take a list. */
const listOf = (dy: Tensor | Tensor[]): Tensor[] => (Array.isArray(dy) ? dy : [dy]);
const axisOf = (attrs: object): number => (attrs as { readonly axis: number }).axis;

/**
 * Gradients of `unstack` and `split` into a list of one tensor, on every backend: a sequence of a single step. Needs
 * tfjs's own gradients to be registered before.
 */
export function repairListGradients(): void {
  unregisterGradient('Unpack');
  registerGradient({
    kernelName: 'Unpack',
    gradFunc: (dy, _, attrs) => ({ value: () => stack(listOf(dy), axisOf(attrs)) }),
  });
  unregisterGradient('SplitV');
  registerGradient({
    kernelName: 'SplitV',
    gradFunc: (dy, _, attrs) => ({ x: () => concat(listOf(dy), axisOf(attrs)) }),
  });
}
