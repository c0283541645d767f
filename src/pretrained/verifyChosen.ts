import type { Plan } from '../compile/plan';
import { openWeightFile } from '../formats/weights/openWeightFile';
import type { NamedBlob } from '../formats/weights/weightFile';
import { complete, matchWeights } from './match';

/** What a chosen file lacks of the architecture that it was chosen for. */
export interface OtherModel {
  /** Of the file. */
  readonly name: string;
  /** Weights that the architecture has, and how many of them the file has in the right shape. */
  readonly needed: number;
  readonly found: number;
  /** A weight that is missing, of another shape, or of another architecture. */
  readonly example: string;
}

export class OtherModelError extends Error {
  override readonly name = 'OtherModelError';
  constructor(readonly data: OtherModel) {
    super(`${data.name}: ${data.found} of ${data.needed} weights`);
  }
}

/**
 * Opens files that somebody chose, and looks for the weights of an architecture in them where `plan` is one; no values
 * are read. Throws `WeightFileError`, and `OtherModelError` where the architecture is not in them whole.
 */
export async function verifyChosen(files: readonly NamedBlob[], plan: Plan | null): Promise<void> {
  const file = await openWeightFile(files);
  try {
    if (plan === null) return;
    const match = matchWeights(plan, file);
    if (complete(match)) return;
    const { loaded, missing, wrongShape } = match.report;
    const example = missing[0] ?? wrongShape[0]?.name ?? match.amid[0] ?? '';
    const needed = loaded.length + missing.length + wrongShape.length;
    throw new OtherModelError({ name: files[0]?.name ?? '', needed, found: loaded.length, example });
  } finally {
    file.close();
  }
}
