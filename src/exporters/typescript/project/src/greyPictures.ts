import type { LayersModel } from '@tensorflow/tfjs';
import type { Source } from '../../../../data/batches';
import type { Dataset } from '../../../../data/dataset';
import { readGrey } from './png';

/** A PNG in shades of grey, as a sample. */
export async function readPicture(path: string, _model: LayersModel): Promise<Source> {
  const { width, height, pixels } = readGrey(path);
  return { kind: 'images', shape: [height, width, 1], values: pixels };
}

/** A folder of photos: of no use to this model. */
export async function readFolder(folder: string, _model: LayersModel): Promise<Dataset> {
  throw new Error(`${folder} is a folder, and this model does not learn from photos: name a file with --data.`);
}
