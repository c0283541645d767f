import { axesFromKeras, axesOf, kerasAxis } from '../axes';
import type { Argument, Arguments } from '../call';
import { type Shape, ShapeError, axisSize } from '../shape';

/** Means and variances that Keras's Normalization is given; empty where it learns them of the data. */
interface GivenMoments {
  readonly mean: readonly number[];
  readonly variance: readonly number[];
}

/** Sizes of the axes whose places have a mean each. */
const keptSizes = (x: Shape, axis: readonly number[]) => axesOf(x, axis).map((one) => axisSize(x, one));

/**
 * The shape, where the numbers fit it: none, one for all, or one for each place of the last axis that is kept; as many
 * means as variances. Throws `ShapeError('parameterMismatch' | 'axisOutside' | 'unknownAxis')`.
 */
export function fittingMoments(x: Shape, axis: readonly number[], { mean, variance }: GivenMoments): Shape {
  const most = keptSizes(x, axis).at(-1) ?? 1;
  const refuse = (param: string, length: number, allowed: string) => {
    throw new ShapeError('parameterMismatch', { param, value: `[${length}]`, allowed });
  };
  for (const [param, { length }] of Object.entries({ mean, variance }))
    if (![0, 1, most].includes(length)) refuse(param, length, most === 1 ? '1' : `1 | ${most}`);
  if (mean.length !== variance.length) refuse('variance', variance.length, String(mean.length));
  return x;
}

/** The weights that are learned of the data; Keras keeps a count for older files. */
export function learnedMoments(x: Shape, axis: readonly number[]): Readonly<Record<string, readonly number[]>> {
  const size = keptSizes(x, axis);
  return { mean: size, variance: size, count: [] };
}

/** As arguments: nothing where they are learned; without a list where no axis is kept. */
export function momentsForKeras(x: Shape, axis: readonly number[], { mean, variance }: GivenMoments): Arguments {
  const given = (values: readonly number[]) => (axis.length === 0 ? values[0]! : [...values]);
  return {
    ...kerasAxis(x, axis),
    mean: mean.length === 0 ? null : given(mean),
    variance: variance.length === 0 ? null : given(variance),
  };
}

/** Parameters from Keras's arguments, where those are there. */
export function momentsFromKeras({
  axis,
  mean,
  variance,
}: Arguments): Partial<GivenMoments & { axis: readonly number[] }> {
  const list = (value: Argument) => (value === null ? [] : ([value].flat() as readonly number[]));
  return {
    ...(axis === null ? { axis: [] } : axesFromKeras(axis)),
    ...(mean !== undefined && { mean: list(mean) }),
    ...(variance !== undefined && { variance: list(variance) }),
  };
}
