import type { Argument, Arguments } from './call';
import { type Shape, axisPlace } from './shape';

/** Axes of `x` counted from the batch (0), ascending, as our layers take them. Throws `ShapeError('axisOutside')`. */
export function axesOf(x: Shape, axis: readonly number[]): number[] {
  return [...new Set(axis.map((one) => axisPlace(x, one) + 1))].toSorted((a, b) => a - b);
}

/** Axes from Keras's argument, which is one number or a list. */
export const axesFromKeras = (axis: Argument | undefined): Partial<{ readonly axis: readonly number[] }> =>
  axis === undefined ? {} : { axis: [axis].flat() as readonly number[] };

/** The argument `axis` as people write it for Keras: a single axis without a list. */
export function kerasAxis(x: Shape, axis: readonly number[]): Arguments {
  return { axis: axis.length === 1 ? axis[0]! : axesOf(x, axis) };
}
