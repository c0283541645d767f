import { WeightFileError } from './weightFile';

/** Groups in groups: a model inside a model takes two, and nobody nests as many as this. */
export const deepestGroups = 64;
/** Groups and tensors that are looked at: ten times those of the largest models. */
export const mostParts = 100_000;
/** Bytes that a zip's packed files may unpack to, all together: VGG16 has 553 MB, and Keras does not pack weights at all. */
export const mostUnpacked = 2 ** 30;
/** A larger text is no configuration of a model: the largest have a few megabytes. */
export const longestText = 64 * 2 ** 20;
/** Values of one tensor: more bytes than these fit into no array of ours, and no device. */
export const mostValues = 2 ** 29;

/** Number of values of a tensor of this shape. Throws `WeightFileError('truncated' | 'tooLarge')` where there is no such tensor. */
export function valueCount(shape: readonly number[], name: string): number {
  const sound = shape.every((axis) => Number.isSafeInteger(axis) && axis >= 0);
  if (!sound) throw new WeightFileError({ code: 'truncated', name });
  const count = shape.reduce((product, axis) => product * axis, 1);
  if (count > mostValues) throw new WeightFileError({ code: 'tooLarge', name, bytes: count * 4, most: mostValues * 4 });
  return count;
}
