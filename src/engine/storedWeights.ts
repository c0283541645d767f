import type { WeightsFrom } from '../compile/plan';
import type { NamedBlob } from '../formats/weights/weightFile';
import { browserCache } from '../pretrained/cache';
import { weightsFileFor } from '../pretrained/catalogue';
import { digitsWeights } from '../pretrained/digitsWeights';

/** The file of these weights as this browser has it; null where it must be fetched or chosen first. */
export async function weightFile(from: WeightsFrom): Promise<readonly NamedBlob[] | null> {
  if (from.source === 'digits') return digitsWeights();
  const id = from.source === 'file' ? from.file : weightsFileFor(from)?.id;
  return id === undefined || id === '' ? null : browserCache().get(id);
}
