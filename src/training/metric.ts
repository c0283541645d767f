import type { Tensor } from '@tensorflow/tfjs-core';

/**
 * Outputs that a metric is for, where it is not for all: those of class targets told in shares of 0 … 1 or otherwise, of more
 * than five classes, of numbers.
 */
export type MetricNeeds = 'shares' | 'answers' | 'manyClasses' | 'numbers';

/** A metric of Keras, as it is when nothing else is said. */
export interface MetricRecord {
  /** Its class in `keras.metrics`, where that is not called as the metric is. */
  readonly keras?: string;
  /** The class for an output of one unit, where that is another. */
  readonly kerasOfOne?: string;
  readonly needs?: MetricNeeds;
}

/** A batch of one output: what is right and what was said, both `[batch, units]`. */
export interface Answers {
  readonly y: Tensor;
  readonly p: Tensor;
  /** Above it an output says yes. */
  readonly positive: number;
}

/** What every output adds up over an epoch, whatever is measured. */
export interface PlainSums {
  readonly samples: number;
  /** Samples whose answer is right. */
  readonly right: number;
  /** Mean squared and mean absolute differences of every sample. */
  readonly squares: number;
  readonly absolutes: number;
  /** Values that say yes and are yes, that say yes, that are yes. */
  readonly truePositives: number;
  readonly positives: number;
  readonly actual: number;
}

/** What a metric adds up over the samples of an epoch, and what follows from the sums: never a mean of batches. */
export interface MetricRule {
  /** How many sums, of so many units. */
  size(units: number): number;
  /** What a batch adds to them: as many numbers, in any shape. */
  sums(answers: Answers): Tensor;
  value(sums: readonly number[], plain: PlainSums): number;
}

/** A metric that follows from what every output adds up. */
export const plainly = (value: (plain: PlainSums) => number): MetricRule => ({
  size: () => 0,
  sums: ({ p }) => p.flatten().slice(0, 0),
  value: (_, plain) => value(plain),
});

/** A part of a whole; 0 of nothing. */
export const shareOf = (part: number, whole: number): number => (whole === 0 ? 0 : part / whole);

/** The mean over samples of a number that each has. */
export const meanOf = (each: MetricRule['sums']): MetricRule => ({
  size: () => 1,
  sums: (answers) => each(answers).sum(),
  value: ([sum = 0], { samples }) => shareOf(sum, samples),
});
