import type { Answer } from './askOnnxruntime';

/** What became of one case. */
export interface Outcome {
  readonly group: string;
  readonly name: string;
  readonly refused: string | null;
  readonly answer: Answer | null;
  /** Why our engine gives no numbers: the random inputs do not fit the random model. */
  readonly unfit: string | null;
}
