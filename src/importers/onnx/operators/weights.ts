import type { Weight } from '../conversion';
import type { OnnxConstant } from '../file/onnxGraph';

export const sizeOf = (shape: readonly number[]) => shape.reduce((product, size) => product * size, 1);

/** A weight whose numbers are put in their places when they are asked for: without a file there are none. */
export function weight(shape: readonly number[], numbers: () => Float32Array<ArrayBuffer>): Weight {
  let known: Float32Array<ArrayBuffer> | null = null;
  return {
    shape,
    get values() {
      known ??= numbers();
      return known;
    },
  };
}

/** The numbers of a constant in another shape. */
export function reshapedWeight(constant: OnnxConstant, shape: readonly number[]): Weight {
  return weight(shape, () => Float32Array.from(constant.values));
}

/** A constant with its axes in another order: axis `i` of the result is axis `order[i]`. */
export function permutedValues(constant: OnnxConstant, order: readonly number[]): Weight {
  const { dims } = constant;
  const shape = order.map((axis) => dims[axis]!);
  return weight(shape, () => permuted(constant, shape, order));
}

function permuted(
  { dims, values }: OnnxConstant,
  shape: readonly number[],
  order: readonly number[],
): Float32Array<ArrayBuffer> {
  const strides = dims.map((_, axis) => sizeOf(dims.slice(axis + 1)));
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
  return result;
}

/** Numbers in another order: number `i` of the result is number `order[i]`; without an order they stay. */
export function inOrder(values: ArrayLike<number>, order: Int32Array | undefined): Float32Array<ArrayBuffer> {
  return order === undefined ? Float32Array.from(values) : Float32Array.from(order, (from) => values[from]!);
}
