import type { WeightsFrom } from '../compile/plan';
import type { NamedBlob } from '../formats/weights/weightFile';
import { digitsWeights } from '../pretrained/digitsWeights';

/** The file of these weights as this browser has it; null where it must be fetched or chosen first. */
export async function weightFile({ source }: WeightsFrom): Promise<readonly NamedBlob[] | null> {
  return source === 'digits' ? digitsWeights() : null;
}
