import type { WeightFileTrouble } from '../formats/weights/weightFile';

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
