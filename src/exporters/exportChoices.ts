import type { Language } from '../brick/brick';

/** What a target lets one choose: whether something goes along, or the language of its words. */
export type ExportOption = 'weights' | 'data' | 'tests' | 'language';

/** What was chosen; a target that has not an option takes no notice of it. */
export interface ExportChoices {
  /** What the model has learned goes along, where there is something. */
  readonly weights: boolean;
  /** The samples that it trains on go along, where they are here and fit. */
  readonly data: boolean;
  /** What tests the files goes along. */
  readonly tests: boolean;
  /** Of the words around the code. */
  readonly language: Language;
}

/** Everything goes along. */
export const everything = (language: Language): ExportChoices => ({ weights: true, data: true, tests: true, language });
