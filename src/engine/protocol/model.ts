import type { Plan } from '../../compile/plan';
import type { Run } from './run';

/** The model that a request is about. The worker brings it, with the weights that belong to it, whatever it held before. */
export interface Subject {
  readonly project: string;
  readonly plan: Plan;
  /** What its weights are drawn with where they start from nothing else. */
  readonly seed: number;
}

/**
 * Where weights come from: drawn by chance, from the files that the plan names, from a file that was put in, given by
 * whoever asked, or learned.
 */
export type WeightOrigin = 'drawn' | 'pretrained' | 'imported' | 'given' | 'trained';

/** What the weights of a model are. */
export interface ModelState {
  readonly weights: WeightOrigin;
  /** The run that they were learned in, and that can go on; null where nothing was learned. */
  readonly run: Run | null;
}
