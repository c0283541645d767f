import { type Dimension, type Shape, ShapeError, type SpatialAxis, needsRank } from '../shape';
import { type Sizes, list } from './sliding';

/** Cells before and after, per spatial axis. */
type Sides = readonly (readonly [number, number])[];

const along = (
  x: Shape | undefined,
  axes: readonly SpatialAxis[],
  change: (size: number, axis: number) => number,
): Shape => {
  const shape = needsRank(x, axes.length + 1);
  return shape.map((size, axis): Dimension => (size === null || axis === axes.length ? size : change(size, axis)));
};

/** Shape with cells added at both ends of every spatial axis. Throws `ShapeError('rank')`. */
export function widened(x: Shape | undefined, axes: readonly SpatialAxis[], sides: Sides): Shape {
  return along(x, axes, (size, axis) => size + sides[axis]![0] + sides[axis]![1]);
}

/** Shape with cells cut off at both ends. Throws `ShapeError('rank' | 'windowTooLarge')` where nothing is left. */
export function narrowed(x: Shape | undefined, axes: readonly SpatialAxis[], sides: Sides): Shape {
  return along(x, axes, (size, axis) => {
    const cut = sides[axis]![0] + sides[axis]![1];
    if (cut >= size) throw new ShapeError('windowTooLarge', { axis: axes[axis]!, size, window: cut + 1, shape: x! });
    return size - cut;
  });
}

/** Shape with every spatial axis several times as long. Throws `ShapeError('rank')`. */
export function enlarged(x: Shape | undefined, axes: readonly SpatialAxis[], factors: Sizes): Shape {
  return along(x, axes, (size, axis) => size * list(factors)[axis]!);
}
