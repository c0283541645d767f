import type { Interpolation } from '../../data/photos/photos';
import type { Preprocessing } from '../../document/training';

/** How a picture becomes what the model takes: as the pictures did that it was trained on. */
export interface Preparation {
  /** `auto`: as the pretrained architecture was trained, else 0 … 1. */
  readonly preprocessing: Preprocessing;
  /** How it gets its size; null averages over what each cell covers, which drawings need. */
  readonly interpolation: Interpolation | null;
}
