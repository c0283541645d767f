import type { Traits } from '../call';
import { type Dimension, type Shape, ShapeError, needsRank } from '../shape';

/** Keras's `Merge._compute_elemwise_op_output_shape`: axes are matched from the last; 1 stretches. */
function broadcast(left: Shape, right: Shape, shapes: readonly Shape[]): Shape {
  const [long, short] = left.length >= right.length ? [left, right] : [right, left];
  const offset = long.length - short.length;
  return long.map((size, axis): Dimension => {
    const other = axis < offset ? 1 : short[axis - offset]!;
    if (axis < offset) return size;
    if (size === null || other === null) return null;
    if (size !== other && size !== 1 && other !== 1) throw new ShapeError('inputsDiffer', { shapes, axis });
    return size === 1 ? other : size;
  });
}

/** Throws `ShapeError('tooFewInputs' | 'tooManyInputs')` unless at least two inputs come in, or exactly two. */
export function needsInputs(inputs: readonly Shape[], { most = Infinity } = {}): void {
  if (inputs.length < 2) throw new ShapeError('tooFewInputs', { need: 2, have: inputs.length });
  if (inputs.length > most) throw new ShapeError('tooManyInputs', { most, have: inputs.length });
}

/** Shape of inputs merged value by value. Throws `ShapeError` where they do not fit each other. */
export function mergedShape(inputs: readonly Shape[]): Shape {
  needsInputs(inputs);
  for (const x of inputs) needsRank(x, 1, 2, 3, 4);
  return inputs.reduce((merged, x) => broadcast(merged, x, inputs));
}

/** Do inputs differ, so that some are stretched to the others' shape? */
export function stretches(inputs: readonly Shape[]): boolean {
  return inputs.some((x) => x.join() !== inputs[0]?.join());
}

/** What becomes of masks where inputs are merged value by value. */
export const merges: Traits = {
  mask: 'merges',
  maskLayer: { own: 'mask/eitherMask', args: {}, alone: true },
};

/** An axis counted from the front, with the batch as 0. */
export const fromFront = (axis: number, x: Shape) => (axis < 0 ? axis + x.length + 1 : axis);

/** What a merge is that joins its inputs along an axis, counted with the batch as 0. */
export const joining = (axis: number): Traits => ({
  mask: 'joins',
  maskLayer: { own: 'mask/joinedMask', args: { axis } },
});

/** What a merge is that leaves masked values out, by a class of ours. */
export const leavingOut = (masked: string): Traits => ({ ...merges, commutes: true, readsMask: true, masked });

/** What all bricks have in common that merge their inputs value by value. */
export const elementwise = {
  category: 'merge',
  inputs: 'many',
  params: {},
  face: [],
  shape: mergedShape,
  traits: (): Traits => ({ ...merges, commutes: true }),
  examples: [
    {
      params: {},
      in: [
        [14, 14, 8],
        [14, 14, 8],
      ],
      out: [14, 14, 8],
      weights: 0,
    },
    { params: {}, in: [[5], [5], [5]], out: [5], weights: 0 },
    {
      params: {},
      in: [
        [4, 3, 2],
        [1, 1, 2],
      ],
      out: [4, 3, 2],
      weights: 0,
    },
  ],
} as const;
