import { type AnyBrick, initialParams } from '../../../brick/brick';
import { type Shape, ShapeError } from '../../../brick/shape';
import type { Library } from '../../../document/template';

/** The bricks that take this shape as they come; all that take an input where the shape is not known. */
export function bricksThatTake(library: Library, shape: Shape | undefined): readonly AnyBrick[] {
  return Object.values(library.bricks).filter((brick) => brick.inputs !== 0 && takes(brick, shape));
}

function takes(brick: AnyBrick, shape: Shape | undefined): boolean {
  if (shape === undefined) return true;
  try {
    // A merge gets the rest of its inputs later: two alike are the usual case.
    brick.shape(brick.inputs === 'many' ? [shape, shape] : [shape], initialParams(brick));
    return true;
  } catch (error) {
    if (error instanceof ShapeError) return false;
    throw error;
  }
}
