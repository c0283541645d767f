import { type KeptAnswers, saidAt, saidClass } from '../keptAnswers';
import type { Matrix } from '../classScores';
import type { Sureness } from './calibration';

/** Rounding of 32-bit numbers leaves sums of probabilities this far from 1. */
const rounding = 1e-3;

/** Are the numbers of an output probabilities? One of them: that of yes; several: they add up to 1. */
export function areProbabilities({ said, units, limit }: KeptAnswers): boolean {
  if (limit === 0) return false;
  for (let at = 0; at < said.length; at += units) {
    let sum = 0;
    for (let unit = 0; unit < units; unit++) {
      const own = said[at + unit]!;
      if (!(own >= 0 && own <= 1)) return false;
      sum += own;
    }
    if (units > 1 && Math.abs(sum - 1) > rounding) return false;
  }
  return true;
}

/** Answers about two classes as the probability of the second one, above 0.5 it is; null for anything else. */
export function asYesNo(answers: KeptAnswers): KeptAnswers | null {
  const { units, said } = answers;
  if (!areProbabilities(answers)) return null;
  if (answers.limit !== null) return answers;
  if (units !== 2) return null;
  return {
    ...answers,
    units: 1,
    limit: 0.5,
    said: Float32Array.from(answers.samples, (_, place) => said[place * 2 + 1]!),
  };
}

/** `matrix[actual][predicted]` where everything above the answers' limit is taken for yes. */
export function yesNoMatrix(answers: KeptAnswers): Matrix {
  const matrix = [
    [0, 0],
    [0, 0],
  ];
  answers.right.forEach((right, place) => {
    matrix[right]![saidClass(saidAt(answers, place), answers.limit)]! += 1;
  });
  return matrix;
}

/** How well one class is found. */
export interface Found {
  /** Of those taken for it, how many are; null where none is taken for it. */
  readonly precision: number | null;
  /** Of those that are, how many are found; null where there are none. */
  readonly recall: number | null;
  readonly f1: number | null;
}

/** Of the second class of a matrix of two. */
export function foundYes(matrix: Matrix): Found {
  const [[, wrong = 0] = [], [missed = 0, found = 0] = []] = matrix;
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    precision: share(found, found + wrong),
    recall: share(found, found + missed),
    f1: share(2 * found, 2 * found + wrong + missed),
  };
}

/** What each class's ranking is made of: its number in each answer, and whether it is right. */
export function oneAgainstRest(answers: KeptAnswers, label: number): { scores: Float32Array; yes: Uint8Array } {
  const { said, units, limit, right } = answers;
  const unit = limit === null ? label : 0;
  return {
    scores: Float32Array.from(answers.samples, (_, place) => said[place * units + unit]!),
    yes: Uint8Array.from(right, (own) => Number(own === label)),
  };
}

/** Of yes and no how sure it is of yes; of several classes how sure of the one that is said (Guo et al. 2017). */
export function surenessOf(answers: KeptAnswers): Sureness | null {
  if (!areProbabilities(answers)) return null;
  const yesNo = asYesNo(answers);
  if (yesNo !== null) return { sure: yesNo.said, so: Uint8Array.from(yesNo.right) };
  const said = Array.from(answers.samples, (_, place) => saidClass(saidAt(answers, place), null));
  return {
    sure: Float32Array.from(said, (own, place) => saidAt(answers, place)[own]!),
    so: Uint8Array.from(said, (own, place) => Number(own === answers.right[place])),
  };
}
