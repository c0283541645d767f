import type { NamedBlob } from '../formats/weights/weightFile';
import { publicFiles } from '../formats/publicFiles';

/** Files of the backbone that comes with the page, in tfjs's layout; `model.json` first. */
export const digitsFiles = ['model.json', 'group1-shard1of1.bin'] as const;

/** The layer of the file that tells the digits 0 to 4 apart: no start for another head. */
export const digitsTop = 'predictions';

/** SHA-256 of the binary: what caches of its features go by. */
export const digitsHash = '8fb3baec1183d6859d552801469dd3d26afdbe75202f17087f83092209b5abcb';

/** Bytes of the binary: 35,189 float32 values. */
export const digitsBytes = 140_756;

/** A file of the page that did not come. */
export class DigitsWeightsMissing extends Error {
  override readonly name = 'DigitsWeightsMissing';
}

/**
 * The weights of the embedded backbone with its top, trained on the digits 0 to 4; works in the page and in the worker,
 * and never asks another server. Throws `DigitsWeightsMissing`, or what `fetch` throws.
 */
export async function digitsWeights(base = publicFiles()): Promise<readonly NamedBlob[]> {
  return Promise.all(
    digitsFiles.map(async (name) => {
      const response = await fetch(`${base}digitsBackbone/${name}`);
      if (!response.ok) throw new DigitsWeightsMissing(`${name}: ${response.status} ${response.statusText}`);
      return { name, blob: await response.blob() };
    }),
  );
}
