import type { DatasetFacts } from './dataset';

/** How many samples a dataset has, and how many of them are for validation and test. */
export type Counts = Pick<DatasetFacts, 'count' | 'validation' | 'test'>;

/** How many samples are held back for validation. */
export const heldBack = ({ count, validation, test = 0 }: Counts, share: number | null): number =>
  share === null ? validation : Math.floor((count - test) * share);

/** How many samples are trained on. */
export const trainedOn = (facts: Counts, share: number | null): number =>
  facts.count - (facts.test ?? 0) - heldBack(facts, share);
