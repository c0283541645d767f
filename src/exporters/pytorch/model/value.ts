import type { Shape } from '../../../brick/shape';
import type { Arriving, Layout } from '../layer';

/** A value in `forward`: the variable that holds it, and how it lies. */
export interface Value extends Arriving {
  readonly text: string;
  /** Keras's, without the batch. */
  readonly shape: Shape;
}

/** How values of this shape go into a model and come out of it: pictures and volumes as PyTorch has them. */
export const usual = (shape: Shape): Layout => (shape.length >= 3 ? 'first' : 'last');

/** The expression of a value in another layout. */
export function lying({ text, layout, flattened, shape }: Value, wanted: Layout): string {
  if (layout === wanted || (shape.length < 2 && layout !== 'flat')) return text;
  if (layout === 'flat') {
    const before = flattened!;
    return `${text}.unflatten(1, (${[before.at(-1), ...before.slice(0, -1)].join(', ')})).movedim(1, -1).flatten(1)`;
  }
  return wanted === 'first' ? `${text}.movedim(-1, 1)` : `${text}.movedim(1, -1)`;
}

/** `[batch, 3, 32, 32]`, as it lies. */
export function shapeText(shape: Shape, layout: Layout): string {
  const sizes = layout === 'first' ? [shape.at(-1)!, ...shape.slice(0, -1)] : shape;
  return `[batch${sizes.map((size) => `, ${size ?? '?'}`).join('')}]`;
}
