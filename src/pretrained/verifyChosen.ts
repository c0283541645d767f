import type { Plan } from '../compile/plan';
import { openWeightFile } from '../formats/weights/openWeightFile';
import {
  type NamedBlob,
  type WeightFile,
  WeightFileError,
  type WeightFileTrouble,
} from '../formats/weights/weightFile';
import { complete, matchWeights } from './matching/match';

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

/** Why chosen files are not kept. */
export type ChosenTrouble =
  /** They are no weights, or not whole. */
  | { readonly code: 'unreadable'; readonly file: WeightFileTrouble }
  /** They hold another model than the one they were chosen for. */
  | ({ readonly code: 'otherModel' } & OtherModel);

/** Trouble with chosen files as an error. */
export class ChosenError extends Error {
  override readonly name = 'ChosenError';
  constructor(readonly trouble: ChosenTrouble) {
    super(trouble.code);
  }
}

/**
 * Opens files that somebody chose, and looks for the weights of an architecture in them where `plan` is one; no values
 * are read. Null where they are good.
 */
export async function chosenTrouble(files: readonly NamedBlob[], plan: Plan | null): Promise<ChosenTrouble | null> {
  let file: WeightFile;
  try {
    file = await openWeightFile(files);
  } catch (error) {
    if (error instanceof WeightFileError) return { code: 'unreadable', file: error.trouble };
    throw error;
  }
  try {
    if (plan === null) return null;
    const match = matchWeights(plan, file);
    if (complete(match)) return null;
    const { loaded, missing, wrongShape } = match.report;
    const example = missing[0] ?? wrongShape[0]?.name ?? match.amid[0] ?? '';
    const needed = loaded.length + missing.length + wrongShape.length;
    return { code: 'otherModel', name: files[0]?.name ?? '', needed, found: loaded.length, example };
  } finally {
    file.close();
  }
}
