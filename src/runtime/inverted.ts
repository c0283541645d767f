import type { Source } from '../data/batches';

/** A sample with light and dark exchanged: a drawing on paper becomes light on dark, as digits are learned. */
export const inverted = ({ values, ...rest }: Source): Source => ({
  ...rest,
  values: Float32Array.from(values, (value) => 255 - value),
});
