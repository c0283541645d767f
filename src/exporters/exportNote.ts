/** What a person should know about an export, as data; the sentence is made in `src/i18n/troubles/exporting/exportNote.ts`. */
export type ExportNote =
  /** The code is written as far as the model goes. */
  | { readonly code: 'openProblems'; readonly where: null; readonly data: { readonly problems: number } }
  /** The model starts at random there: because nothing was learned yet, pretrained weights are not here, by choice, or the target takes none. */
  | {
      readonly code: 'noWeights';
      readonly where: null;
      readonly data: { readonly reason: 'untrained' | 'notHere' | 'chosen' | 'target' };
    }
  /** `dataset` does not go along: it is not here, does not fit the model, by choice, or the target takes none. */
  | {
      readonly code: 'noData';
      readonly where: null;
      readonly data: { readonly dataset: string; readonly reason: 'elsewhere' | 'misfit' | 'chosen' | 'target' };
    };
