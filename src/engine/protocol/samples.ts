import type { DatasetKind } from '../../data/dataset';
import type { Interpolation } from '../../data/photos/photos';
import type { Preprocessing } from '../../document/training/trainingChoices';

/** One picture for the model: `[height, width, channels]` values 0 … 255 before preprocessing. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly values: Float32Array<ArrayBuffer>;
}

/** Values of one sample as a dataset has them: numbers, steps of a series, word indices. */
export interface Values {
  readonly kind: Exclude<DatasetKind, 'images'>;
  readonly shape: readonly number[];
  readonly values: Float32Array<ArrayBuffer>;
}

/** What is given to the model; every input gets it in its own shape. */
export type Sample = Picture | Values;

/** How a picture becomes what the model takes: as the pictures did that it was trained on. */
export interface Preparation {
  /** `auto`: as the pretrained architecture was trained, else 0 … 1. */
  readonly preprocessing: Preprocessing;
  /** How it gets its size; null averages over what each cell covers, which drawings need. */
  readonly interpolation: Interpolation | null;
}
