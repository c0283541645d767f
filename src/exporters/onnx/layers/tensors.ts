import { transposed as inOrder } from '../../../formats/weights/transposed';
import type { LayerWeight } from './layer';

const product = (sizes: readonly number[]) => sizes.reduce((all, size) => all * size, 1);

/** The weight with its axes in another order: axis `order[i]` becomes axis i. */
export function transposed({ shape, values }: LayerWeight, order: readonly number[]): LayerWeight {
  return { shape: order.map((axis) => shape[axis]!), values: () => inOrder(values(), shape, order) };
}

/** The same numbers under another shape. */
export const reshaped = ({ values }: LayerWeight, shape: readonly number[]): LayerWeight => ({ shape, values });

/** The same number throughout. */
export function filled(shape: readonly number[], value: number): LayerWeight {
  return { shape, values: () => new Float32Array(product(shape)).fill(value) };
}

/** Columns of a matrix `[rows, columns]`, or of a row, in blocks of this width in another order. */
export function blocks(weight: LayerWeight, width: number, order: readonly number[]): LayerWeight {
  const columns = weight.shape.at(-1)!;
  return {
    shape: weight.shape,
    values() {
      const from = weight.values();
      const to = new Float32Array(from.length);
      for (let row = 0; row < from.length; row += columns) {
        order.forEach((block, at) => {
          to.set(from.subarray(row + block * width, row + (block + 1) * width), row + at * width);
        });
      }
      return to;
    },
  };
}

/** Weights one after the other along a new or the first axis: `shape` is what comes out. */
export function joined(weights: readonly LayerWeight[], shape: readonly number[]): LayerWeight {
  return {
    shape,
    values() {
      const all = new Float32Array(product(shape));
      let at = 0;
      for (const { values } of weights) {
        const part = values();
        all.set(part, at);
        at += part.length;
      }
      return all;
    },
  };
}

/** A part of a weight's numbers under a shape of its own. */
export function part({ values }: LayerWeight, start: number, shape: readonly number[]): LayerWeight {
  return { shape, values: () => values().subarray(start, start + product(shape)) };
}

/** Numbers made of those of several weights of one length. */
export function combined(weights: readonly LayerWeight[], of: (...values: number[]) => number): LayerWeight {
  return {
    shape: weights[0]!.shape,
    values() {
      const all = weights.map(({ values }) => values());
      return Float32Array.from(all[0]!, (_, at) => of(...all.map((values) => values[at]!)));
    },
  };
}
