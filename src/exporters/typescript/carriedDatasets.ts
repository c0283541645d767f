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

/** The dataset as the project has it; null for somebody's own, which is named with --data. */
export const carriedDataset = (id: string): CarriedDataset | null => (Object.hasOwn(carried, id) ? carried[id]! : null);
