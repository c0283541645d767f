import { type Plan, runnable } from '../../compile/plan';
import { builtInFacts } from '../../data/catalogue';
import { compatibilityOf } from '../../data/compatibility';
import type { Training } from '../../document/training';

/** A dataset of the editor as the exported project has it. */
export interface CarriedDataset {
  /** What it is, in a sentence. */
  readonly about: string;
  /** The file that has it, in the project's runtime, and the function that makes it. */
  readonly file: string;
  readonly name: string;
}

const digits = (name: string, about: string): CarriedDataset => ({
  about: `10,000 real handwritten digits of MNIST, 28×28, ${about}; the last 1,500 are for validation`,
  file: 'reading/digits',
  name,
});
const made = (name: string, about: string, file = name): CarriedDataset => ({
  about: `Made-up data, the same from its seed every time: ${about}`,
  file: `data/made/${file}`,
  name,
});

const carried: Readonly<Record<string, CarriedDataset>> = {
  digits: digits('digits', 'each with its class'),
  'digits-odd': digits('oddDigits', 'each odd or even'),
  'digits-value': digits('digitValues', 'each with its value as a number'),
  'digits-0-4': digits('lowDigits', 'only 0 to 4'),
  'digits-5-9': digits('highDigits', 'only 5 to 9'),
  line: made('line', 'points scattered about a bent curve, x → y'),
  threshold: made('threshold', 'rows of 12 numbers: is a mixture of them large?'),
  groups: made('groups', 'rows of 12 numbers in ten groups, A to J'),
  wave: made('wave', 'a noisy time series, 40 values → the next one'),
  clips: made('clips', 'clips of 8 frames: does the square go left or right?'),
  reviews: made('reviews', 'English film reviews: did they like the film?'),
  topics: made('topicTexts', 'English news on 46 topics', 'topics'),
};

/** Does the model take the page's dataset? Unknown ones are nobody's here. */
function isTaken(plan: Plan, training: Training): boolean {
  const facts = builtInFacts(training.dataset);
  return facts !== null && runnable(plan) && 'feeds' in compatibilityOf(plan, training, facts);
}

/** The dataset as the project has it; null for somebody's own, which is named with --data, and for one that the model does not take. */
export function carriedDataset(plan: Plan, training: Training): CarriedDataset | null {
  const { dataset } = training;
  return Object.hasOwn(carried, dataset) && isTaken(plan, training) ? carried[dataset]! : null;
}

/** What the project lacks. */
export const missingDataset = ({ dataset }: Training): string =>
  Object.hasOwn(carried, dataset) ? `${dataset}, which the model does not take` : dataset;
