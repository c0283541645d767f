import type { Drawing } from '../../../brick/drawing';
/** Values of three channels of five samples, with unlike means and spreads. */
export const samples: readonly (readonly number[])[] = [
  [7.1, -1.2, 2.4],
  [5.6, 3.9, 1.7],
  [6.4, -4.6, 2.9],
  [8.2, 0.8, 2.1],
  [5.0, 6.3, 1.2],
];

const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length;

/** Values with mean 0 and variance 1, as Keras's normalizations make them before scale and offset. */
export function normalized(values: readonly number[], epsilon: number): readonly number[] {
  const middle = mean(values);
  const variance = mean(values.map((value) => (value - middle) ** 2));
  return values.map((value) => (value - middle) / Math.sqrt(variance + epsilon));
}

/** Values divided by their length, as Keras's UnitNormalization does. */
export function unitLong(values: readonly number[]): readonly number[] {
  const length = Math.hypot(...values);
  return values.map((value) => value / length);
}

/** Values divided by the root of their mean square, as Keras's RMSNormalization does. */
export function rootMeanSquared(values: readonly number[], epsilon: number): readonly number[] {
  const square = mean(values.map((value) => value ** 2));
  return values.map((value) => value / Math.sqrt(square + epsilon));
}

/** Rows that are normalized together: BatchNormalization's and Normalization's are the channels, all others' the samples. */
export const groupsOf = (drawing: Drawing | undefined): readonly (readonly number[])[] =>
  drawing === 'batchNormalization' || drawing === 'normalization'
    ? samples[0]!.map((_, channel) => samples.map((row) => row[channel]!))
    : samples;
