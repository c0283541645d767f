import { type KeptAnswers, saidAt, saidClass } from './keptAnswers';

/** One answer: the place of its sample among those kept, and how far it is from what is right. */
export interface Answered {
  readonly place: number;
  /** Classes: by how much the number of the class that is said is above that of the right one. Numbers: the largest distance. */
  readonly error: number;
}

/** Which samples of one class are taken for another, or for what they are. */
export interface InCell {
  readonly actual: number;
  readonly predicted: number;
}

function errorOfClass(answers: KeptAnswers, place: number): number {
  const said = saidAt(answers, place);
  const right = answers.right[place]!;
  if (answers.limit !== null) return right === 1 ? answers.limit - said[0]! : said[0]! - answers.limit;
  return said[saidClass(said, null)]! - said[right]!;
}

const farthestFirst = (answered: Answered[]) => answered.sort((one, other) => other.error - one.error);

/**
 * The samples of a cell of the confusion matrix, the most wrong first; of those that are right, those that were nearest to
 * something else.
 */
export function inCell(answers: KeptAnswers, { actual, predicted }: InCell): readonly Answered[] {
  const found: Answered[] = [];
  answers.right.forEach((right, place) => {
    if (right !== actual || saidClass(saidAt(answers, place), answers.limit) !== predicted) return;
    found.push({ place, error: actual === predicted ? -lead(answers, place) : errorOfClass(answers, place) });
  });
  return farthestFirst(found);
}

/** By how much the class that is said is above the next one. */
function lead(answers: KeptAnswers, place: number): number {
  const said = saidAt(answers, place);
  if (answers.limit !== null) return Math.abs(said[0]! - answers.limit);
  const best = saidClass(said, null);
  let next = -Infinity;
  said.forEach((value, unit) => {
    if (unit !== best) next = Math.max(next, value);
  });
  return said[best]! - next;
}

/** Samples that are taken for another class, the most certain mistake first. */
export function wrongClasses(answers: KeptAnswers): readonly Answered[] {
  const wrong: Answered[] = [];
  answers.right.forEach((right, place) => {
    if (saidClass(saidAt(answers, place), answers.limit) === right) return;
    wrong.push({ place, error: errorOfClass(answers, place) });
  });
  return farthestFirst(wrong);
}

/** All samples of numbers, the farthest off first. */
export function farthestOff({ samples, units, said, right }: KeptAnswers): readonly Answered[] {
  const all = Array.from(samples, (_, place) => {
    let error = 0;
    for (let at = place * units; at < (place + 1) * units; at++)
      error = Math.max(error, Math.abs(said[at]! - right[at]!));
    return { place, error };
  });
  return farthestFirst(all);
}
