/** Why a model does not leave for a target, as data; the sentence is made in `src/i18n/troubles/exporting/exportTrouble.ts`. */
export type ExportTrouble =
  /** The target takes whole models only. */
  | { readonly code: 'openProblems'; readonly where: null; readonly data: { readonly target: string } }
  /** The target holds the weights, and there are none yet. */
  | { readonly code: 'weightsNeeded'; readonly where: null; readonly data: { readonly target: string } }
  /** `where` and so many others are frozen and have no weights: they would stay random there. */
  | {
      readonly code: 'frozenRandom';
      readonly where: string;
      readonly data: {
        readonly target: string;
        readonly others: number;
        /** The target would take weights along. */
        readonly holds: boolean;
      };
    }
  /** `where` and so many others are frozen, and the weights that they would have were left out by choice. */
  | {
      readonly code: 'frozenLeftOut';
      readonly where: string;
      readonly data: { readonly target: string; readonly others: number };
    }
  /** The target cannot say what this layer does: `where` names it, `layer` is its class in Keras. */
  | {
      readonly code: 'layerRefused';
      readonly where: string;
      readonly data: {
        readonly target: string;
        readonly layer: string;
        /** It keeps a memory between batches, needs a size that is only known with the data, or has no counterpart. */
        readonly reason: 'stateful' | 'openSize' | 'unknown';
      };
    }
  /** The file would be larger than its format allows; both in bytes. */
  | {
      readonly code: 'tooLarge';
      readonly where: null;
      readonly data: { readonly target: string; readonly bytes: number; readonly limit: number };
    };

/** A refusal on its way out of a target: carries its trouble as data. */
export class ExportRefused extends Error {
  override readonly name = 'ExportRefused';
  constructor(readonly trouble: ExportTrouble) {
    super(`${trouble.code} ${trouble.where ?? ''} ${JSON.stringify(trouble.data)}`);
  }
}
