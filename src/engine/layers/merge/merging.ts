import { type Tensor, add, tidy, util, zeros } from '@tensorflow/tfjs-core';
import { layers } from '../tfjsLayers';

type Shape = (number | null)[];

function broadcast([batch, ...left]: Shape, [, ...right]: Shape): Shape {
  const [long, short] = left.length >= right.length ? [left, right] : [right, left];
  const offset = long.length - short.length;
  const sizes = long.map((size, axis) => {
    const other = axis < offset ? 1 : short[axis - offset]!;
    return axis >= offset && (size === null || other === null) ? null : size === 1 ? other : size;
  });
  return [batch!, ...sizes];
}

/** A value of this shape, of which sizes of 1 were stretched: the gradients of some operations do not shrink back to it, that of adding does. */
export function stretchedTo(shape: number[], x: Tensor): Tensor {
  return util.arraysEqual(x.shape, shape) ? x : add(x, zeros(shape));
}

/** Inputs brought to one shape: axes are matched from the last, sizes of 1 stretch. */
export function stretched(inputs: readonly Tensor[]): readonly Tensor[] {
  const rank = Math.max(...inputs.map((x) => x.rank));
  const wide = inputs.map((x) => {
    // The batch stays in front: axes of 1 go in behind it.
    return x.reshape([x.shape[0]!, ...Array<number>(rank - x.rank).fill(1), ...x.shape.slice(1)]);
  });
  const shape = wide.map((x) => x.shape).reduce((one, other) => broadcast(one, other) as number[]);
  return wide.map((x) => stretchedTo(shape, x));
}

/** A layer that merges its inputs value by value as Keras does. */
export abstract class Merging extends layers.Layer {
  protected abstract merge(left: Tensor, right: Tensor): Tensor;

  override computeOutputShape(inputShapes: Shape[]): Shape {
    return inputShapes.reduce(broadcast);
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => stretched(inputs as Tensor[]).reduce((merged, x) => this.merge(merged, x)));
  }
}
