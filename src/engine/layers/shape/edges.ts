import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { layers } from '../tfjsLayers';

/** Cells at both ends of the steps of a sequence, or of every axis of a picture or a volume. */
export type Sides = readonly [number, number] | readonly (readonly [number, number])[];

/** What layers that add or cut off cells at the ends of axes share. */
export abstract class EdgeLayer extends layers.Layer {
  private readonly sides: readonly (readonly [number, number])[];

  constructor(name: string, sides: Sides) {
    super({ name });
    this.sides = (typeof sides[0] === 'number' ? [sides] : sides) as readonly (readonly [number, number])[];
  }

  /** Size of an axis afterwards. */
  protected abstract size(size: number, before: number, after: number): number;
  protected abstract change(x: Tensor, sides: [number, number][]): Tensor;

  override computeOutputShape(inputShape: (number | null)[]): (number | null)[] {
    return inputShape.map((size, axis) => {
      const [before, after] = this.sides[axis - 1] ?? [0, 0];
      return size === null ? null : this.size(size, before, after);
    });
  }

  override call(inputs: Tensor | Tensor[]): Tensor {
    return tidy(() => {
      const x = (Array.isArray(inputs) ? inputs[0] : inputs)!;
      // Axis by axis: not every backend knows more than four at once.
      return this.sides.reduce((y, [before, after], index) => {
        if (before === 0 && after === 0) return y;
        const [outer, [size, ...inner]] = [
          y.shape.slice(0, index + 1),
          y.shape.slice(index + 1) as [number, ...number[]],
        ];
        const flat = y.reshape([outer.reduce((product, one) => product * one, 1), size, -1]);
        const changed = this.change(flat, [
          [0, 0],
          [before, after],
          [0, 0],
        ]);
        return changed.reshape([...outer, changed.shape[1]!, ...inner]);
      }, x);
    });
  }
}
