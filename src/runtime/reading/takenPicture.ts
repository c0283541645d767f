import type { Source } from '../../data/batches';

/** A picture as a sample, and whether light and dark were exchanged in it. */
export interface TakenPicture extends Source {
  readonly inverted: boolean;
}
