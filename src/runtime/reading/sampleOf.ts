import type { LayersModel } from '@tensorflow/tfjs';
import type { Source } from '../../data/batches';
import { type Learned, wantedPicture } from '../../data/learned';
import type { Settings } from '../settings';
import { readPicture } from './pictures';
import { typedSample } from './typedSample';

/** A sample given on the command line: a picture, a text, or numbers with commas between them; `invert` as in `pictureSample`. Throws where it is none. */
export async function sampleOf(
  text: string,
  learned: Learned,
  model: LayersModel,
  settings: Settings,
  invert: boolean | null,
): Promise<Source> {
  if (learned.kind !== 'images') return typedSample(text, learned);
  return readPicture(text, wantedPicture(model.inputs[0]!, learned), settings, invert);
}
