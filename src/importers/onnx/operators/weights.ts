import type { Weight } from '../conversion';
import type { OnnxConstant } from '../file/onnxGraph';

/** The numbers of a constant in another shape. */
export function reshapedWeight({ values }: OnnxConstant, shape: readonly number[]): Weight {
  return { shape, values: Float32Array.from(values) };
}

/** A constant with its axes in another order: axis `i` of the result is axis `order[i]`. */
export function permutedValues({ dims, values }: OnnxConstant, order: readonly number[]): Weight {
  const shape = order.map((axis) => dims[axis]!);
  const strides = dims.map((_, axis) => dims.slice(axis + 1).reduce((product, size) => product * size, 1));
  const steps = order.map((axis) => strides[axis]!);
  const result = new Float32Array(values.length);
  const index = shape.map(() => 0);
  let from = 0;
  for (let at = 0; at < result.length; at++) {
    result[at] = values[from]!;
    for (let axis = shape.length - 1; axis >= 0; axis--) {
      index[axis]!++;
      from += steps[axis]!;
      if (index[axis]! < shape[axis]!) break;
      from -= steps[axis]! * shape[axis]!;
      index[axis] = 0;
    }
  }
  return { shape, values: result };
}

/** Numbers in another order: number `i` of the result is number `order[i]`; without an order they stay. */
export function inOrder(values: ArrayLike<number>, order: Int32Array | undefined): Float32Array<ArrayBuffer> {
  return order === undefined ? Float32Array.from(values) : Float32Array.from(order, (from) => values[from]!);
}
