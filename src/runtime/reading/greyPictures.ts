import type { LayersModel } from '@tensorflow/tfjs';
import type { Source } from '../../data/batches';
import type { Dataset } from '../../data/dataset';
import { readFileSync } from 'node:fs';
import { decodePng } from '../../data/photos/decoding/png';
import type { Learned } from '../../data/learned';
import type { Settings } from '../settings';
import { pictureSample } from './pictureSample';

type Reading = Pick<Settings, 'interpolation' | 'drawings' | 'seed' | 'validationSplit'>;

/** A PNG in shades of grey, as a sample of this shape; read as the editor and Keras do. */
export async function readPicture(
  path: string,
  wanted: Learned['shape'],
  settings: Reading,
  invert: boolean | null,
): Promise<Source> {
  return pictureSample(await decodePng(new Uint8Array(readFileSync(path))), wanted, settings, invert);
}

/** A folder of photos: of no use to this model. */
export async function readFolder(folder: string, _model: LayersModel, _settings: Reading): Promise<Dataset> {
  throw new Error(`${folder} is a folder, and this model does not learn from photos: name a file with --data.`);
}
