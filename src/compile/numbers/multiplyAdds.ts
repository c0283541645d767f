import type { Shape } from '../../brick/shape';
import type { Step } from '../plan';

/** Number of values in a shape; null where an axis is unknown. */
export function valuesOf(shape: readonly (number | null)[]): number | null {
  return shape.reduce<number | null>((product, size) => (product === null || size === null ? null : product * size), 1);
}

const lastPart = (name: string) => name.split('/').at(-1)!.toLowerCase();
const isKernel = (name: string) => lastPart(name).endsWith('kernel');

/**
 * Multiply-adds (MACs) of one layer for one sample; FLOPs are twice as many. Every kernel is applied once per position:
 * of the output for convolutions and Dense, of the input for transposed convolutions, per time step for recurrent
 * layers. As papers count, biases, activations, pooling, normalization and sums are left out. Null: an axis is unknown.
 */
export function multiplyAdds(step: Step): number | null {
  const { shape, inputShapes, weights, nested, call } = step;
  const [input = []] = inputShapes;
  if (nested) return sumOf(nested.steps.map(multiplyAdds));
  const { multiplies } = call.traits;
  if (multiplies === 'inputs') return contraction(inputShapes, shape);
  const kernels = weights.filter(({ name }) => isKernel(name));
  if (kernels.length === 0) return 0;
  const positions = valuesOf((multiplies === 'perInput' ? input : shape).slice(0, -1));
  if (positions === null) return null;
  return kernels.reduce((sum, kernel) => sum + positions * valuesOf(kernel.shape)!, 0);
}

/** Dot sums over one axis that both inputs share: n² = size(a) · size(b) / size(out). */
function contraction([a, b]: readonly Shape[], out: Shape): number | null {
  const [sizeA, sizeB, sizeOut] = [valuesOf(a!), valuesOf(b!), valuesOf(out)];
  if (sizeA === null || sizeB === null || sizeOut === null) return null;
  return Math.round(sizeOut * Math.sqrt((sizeA * sizeB) / sizeOut));
}

/** A sum that is unknown as soon as one part is. */
export function sumOf(parts: readonly (number | null)[]): number | null {
  return parts.reduce((sum, part) => (sum === null || part === null ? null : sum + part), 0);
}
