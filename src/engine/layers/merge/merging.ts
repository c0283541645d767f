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

/** A layer that merges its inputs value by value as Keras does: axes are matched from the last, sizes of 1 stretch. */
export abstract class Merging extends layers.Layer {
  protected abstract merge(left: Tensor, right: Tensor): Tensor;

  override computeOutputShape(inputShapes: Shape[]): Shape {
    return inputShapes.reduce(broadcast);
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const given = inputs as Tensor[];
      const rank = Math.max(...given.map((x) => x.rank));
      const wide = given.map((x) => {
        // The batch stays in front: axes of 1 go in behind it.
        return x.reshape([x.shape[0]!, ...Array<number>(rank - x.rank).fill(1), ...x.shape.slice(1)]);
      });
      const shape = wide.map((x) => x.shape).reduce((one, other) => broadcast(one, other) as number[]);
      // The gradients of some merging operations do not shrink back to a stretched input; that of adding does.
      const full = wide.map((x) => (util.arraysEqual(x.shape, shape) ? x : add(x, zeros(shape))));
      return full.reduce((merged, x) => this.merge(merged, x));
    });
  }
}
