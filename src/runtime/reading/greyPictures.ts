import type { LayersModel } from '@tensorflow/tfjs';
import type { Source } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { readFileSync } from 'node:fs';
import { decodePng } from '../../data/photos/decoding/png';
import { sized } from '../../data/photos/resize';

/** A PNG in shades of grey, as a sample; read as the editor and Keras do. */
export async function readPicture(path: string, _model: LayersModel, _settings: object): Promise<Source> {
  const picture = await decodePng(new Uint8Array(readFileSync(path)));
  const shape = [picture.height, picture.width, 1] as const;
  return { kind: 'images', shape, values: sized(picture, shape, 'nearest') };
}

/** A folder of photos: of no use to this model. */
export async function readFolder(folder: string, _model: LayersModel, _settings: object): Promise<Dataset> {
  throw new Error(`${folder} is a folder, and this model does not learn from photos: name a file with --data.`);
}
