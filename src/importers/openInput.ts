import type { ImportTrouble } from './importTrouble';

/** A usual size: of a picture's sides, else of a series. */
const usualSize = (shape: readonly (number | null)[]) => (shape.length > 2 ? 224 : 100);

/** Sizes as they are typed, the open ones as usual. */
const suggestedSizes = (shape: readonly (number | null)[]): string =>
  shape.map((size) => size ?? usualSize(shape)).join('x');

/** An input of sizes that nothing says. */
export const openInput = (where: string, shape: readonly (number | null)[]): ImportTrouble => ({
  code: 'openInput',
  where,
  data: { shape, suggestion: suggestedSizes(shape) },
});
