import type { Tensor } from '@tensorflow/tfjs-core';
import type { Numbers } from './optimizer';
import type { Settings } from './setting';

/**
 * What a loss compares an output with: any numbers, one class of several, yes or no (of each output its own), or the sides
 * −1 and 1.
 */
export type LossKind = 'numbers' | 'oneOfSeveral' | 'yesNo' | 'sides';

/** Which values it takes from an output: shares that add up to 1, shares of 0 … 1, with a sign, or none below 0. */
export type LossValues = 'distribution' | 'shares' | 'signed' | 'notNegative';

/** A loss of Keras. */
export interface LossRecord {
  /** Its class in `keras.losses`, where that is not called as the loss is. */
  readonly keras?: string;
  /** Its function there, where the class's name says it otherwise. */
  readonly kerasFunction?: string;
  readonly kind: LossKind;
  /** Missing: any. */
  readonly values?: LossValues;
  /** It does not grow with the numbers that it compares; in percent it is large where they are near 0. */
  readonly scale?: 'relative' | 'percent';
  /** All that it takes, with Keras's names in camel case. */
  readonly settings?: Settings;
}

/** All its settings as numbers; a flag is 0 or 1. */
export type LossNumbers = Numbers;

/**
 * Loss of every sample, `[batch]`, from targets and outputs, both `[batch, units]`; formulas as in `keras.losses`. Targets
 * of class numbers come as one-hot rows, of sides as −1 and 1.
 */
export type LossRule = (y: Tensor, p: Tensor, settings: LossNumbers) => Tensor;
