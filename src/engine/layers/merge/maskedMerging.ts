import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { type MaskedInput, type MaskedPorts, maskedInputs } from '../masks';
import { Merging, stretched, stretchedTo } from './merging';

/** Values where the mask says 1, others elsewhere. */
export const where = (mask: Tensor, values: Tensor, others: Tensor | number) => {
  const rest = mask.neg().add(1).mul(others);
  return values.mul(mask).add(rest);
};

/** A layer that merges its inputs value by value as Keras 3 does where some come with masks. */
export abstract class MaskedMerging extends Merging {
  private readonly masked: readonly boolean[];

  constructor({ name, masked }: MaskedPorts) {
    super(name === undefined ? {} : { name });
    this.masked = masked;
  }

  /** Inputs and masks have one shape. */
  protected abstract mergeMasked(inputs: readonly MaskedInput[]): Tensor;

  override computeOutputShape(inputShapes: (number | null)[][]): (number | null)[] {
    return super.computeOutputShape(inputShapes.slice(0, this.masked.length));
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const given = maskedInputs(inputs as Tensor[], this.masked);
      const values = stretched(given.map(({ x }) => x));
      const all = given.map(({ mask }, port) => {
        const x = values[port]!;
        return { x, mask: mask && stretchedTo(x.shape, mask.expandDims(-1)) };
      });
      return this.mergeMasked(all);
    });
  }
}

/** Keras's way for merges without a neutral value: the others' values stand in where one is masked. */
export abstract class MaskedExtreme extends MaskedMerging {
  protected override mergeMasked([first, ...others]: readonly MaskedInput[]): Tensor {
    let { x: merged, mask: seen } = first!;
    for (const { x, mask } of others) {
      const right = mask === null ? x : where(mask, x, merged);
      const left = seen === null ? merged : where(seen, merged, right);
      seen = seen === null || mask === null ? null : seen.maximum(mask);
      merged = this.merge(left, right);
    }
    return merged;
  }
}
