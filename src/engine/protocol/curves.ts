import type { KeptAnswers } from '../../data/scores/keptAnswers';
import type { ErrorSums } from '../../data/scores/numberScores';

export interface EpochMetrics {
  /** 1 for the first. */
  readonly epoch: number;
  readonly loss: number;
  /** Of the only output; null for numbers, and where several outputs have their own. */
  readonly accuracy: number | null;
  readonly validationLoss: number | null;
  readonly validationAccuracy: number | null;
  /** All metrics by name, training and validation; of several outputs `<output>_loss`, `<output>_accuracy`, as in Keras. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly validationMetrics: Readonly<Record<string, number>>;
  readonly seconds: number;
}

export interface BatchProgress {
  readonly epoch: number;
  readonly epochs: number;
  /** Batches done in this epoch, and how many it has. */
  readonly batch: number;
  readonly batches: number;
  /** Means over this epoch so far. */
  readonly loss: number;
  readonly accuracy: number | null;
  readonly metrics: Readonly<Record<string, number>>;
  readonly imagesPerSecond: number;
  readonly secondsLeft: number;
}

/** How one output does on some samples. */
export interface OutputEvaluation {
  readonly output: string;
  readonly loss: number;
  readonly accuracy: number | null;
  /** `matrix[actual][predicted]` = number of samples. Empty for numbers. */
  readonly matrix: readonly (readonly number[])[];
  /** Share of each class that is recognised, 0 … 1; null for a class without samples. */
  readonly perClass: readonly (number | null)[];
  /** Samples that the output has no number for (NaN): they are in neither matrix nor points. Missing in runs of before it was counted. */
  readonly unanswered?: number;
  /** Classes: the one that comes most often in training. Missing for numbers, and in runs of older versions. */
  readonly majority?: number;
  /** Classes: which share of the training samples each has. Missing for numbers, and in runs of older versions. */
  readonly shares?: readonly number[];
  /** Numbers: what all errors add up to. Missing for classes, and in runs of older versions. */
  readonly errors?: ErrorSums;
  /** Numbers: what is right and what the model says, for some of the samples. Empty for classes. */
  readonly points: readonly (readonly [right: number, said: number])[];
  /** What was said about single samples. Missing in runs of older versions. */
  readonly answers?: KeptAnswers;
}

/** How a model does on some samples. */
export interface Judgement {
  readonly loss: number;
  readonly accuracy: number | null;
  readonly outputs: readonly OutputEvaluation[];
}

/** How a model does on the validation samples, and on those of the test. */
export interface Evaluation extends Judgement {
  /** Missing until the test was used. Null in runs of older versions that had none. */
  readonly test?: Judgement | null;
}
