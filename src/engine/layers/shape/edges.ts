import { type Tensor, tidy } from '@tensorflow/tfjs-core';
import { layers } from '../tfjsLayers';

/** Cells at both ends of the steps of a sequence, or of both axes of a picture. */
export type Sides = readonly [number, number] | readonly [readonly [number, number], readonly [number, number]];

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
      const sides = x.shape.map((_, axis): [number, number] => [...(this.sides[axis - 1] ?? ([0, 0] as const))]);
      return this.change(x, sides);
    });
  }
}
