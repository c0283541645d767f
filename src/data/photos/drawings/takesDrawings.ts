import { isPhotos } from '../../../document/training/datasetIds';

/** Are pictures that are given to a model drawings, light on black: one channel, and it has not learned from somebody's photos? */
export const takesDrawings = (channels: number | null | undefined, dataset: string): boolean =>
  channels === 1 && !isPhotos(dataset);
