import type { WeightsFrom } from '../../compile/plan';
import type { NamedBlob } from '../../formats/weights/weightFile';
import { browserCache } from '../../pretrained/storage/cache';
import { digitsWeights } from '../../pretrained/digitsWeights';
import { keepFiles as keep } from '../../pretrained/storage/keepFiles';
import type { Surroundings } from '../surroundings';

/** The file of these weights as this browser has it; null where it must be fetched or chosen first. */
export async function weightFile(from: WeightsFrom): Promise<readonly NamedBlob[] | null> {
  if (from.source === 'digits') return digitsWeights();
  const id = from.entry?.id ?? from.file;
  return id === '' ? null : browserCache().get(id);
}

/** Files of somebody's own in the cache of this browser. */
export const keepFiles: NonNullable<Surroundings['keepFiles']> = (files, signal, progress) =>
  keep({ entry: null, files, cache: browserCache(), signal, progress: (done, total) => progress({ done, total }) });
