import { type DatasetFacts, sampleSize } from './dataset';

/** Shape of an input without its batch; null where any size will do. */
type InputShape = readonly (number | null)[];

const agrees = (expected: InputShape, got: readonly number[]) =>
  expected.length === got.length && expected.every((size, axis) => size === null || size === got[axis]);

/**
 * The shape in which the samples go into an input, or null when they cannot: as they are, in one row, with a last axis
 * more or less; pictures in any size and as rows of pixels; texts of any length; of a series the last steps.
 */
export function sampleShape({ kind, shape }: Pick<DatasetFacts, 'kind' | 'shape'>, input: InputShape) {
  if (agrees(input, shape)) return shape;
  if (kind === 'images' && input.length === 3) {
    const [height = null, width = null, channels = null] = input;
    if (channels !== null && channels !== 1 && channels !== 3 && channels !== shape[2]) return null;
    return [height ?? shape[0]!, width ?? shape[1]!, channels ?? shape[2]!];
  }
  if (kind === 'images' && input.length === 2) {
    const rows = [shape[0]!, shape[1]! * shape[2]!];
    return agrees(input, rows) ? rows : null;
  }
  if (kind === 'text' && input.length === 1) return [input[0]!];
  if (kind === 'series' && input.length === 2 && agrees(input.slice(1), shape.slice(1)) && input[0]! < shape[0]!) {
    return [input[0]!, shape[1]!];
  }
  if (input.length === 1 && (input[0] === null || input[0] === sampleSize(shape))) return [sampleSize(shape)];
  if (kind === 'numbers' && input.length === 2 && agrees(input, [...shape, 1])) return [...shape, 1];
  return null;
}
