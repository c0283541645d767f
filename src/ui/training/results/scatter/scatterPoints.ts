import type { KeptAnswers } from '../../../../data/scores/keptAnswers';

/** What is right and what is said of a sample, and the place of its answer. */
export interface Point {
  readonly right: number;
  readonly said: number;
  readonly place: number;
}

/** More are not told apart. */
const mostPoints = 600;

/** The first number of a fair share of the samples. */
export function pointsOf({ samples, said, right, units }: KeptAnswers): readonly Point[] {
  const every = Math.max(1, Math.ceil(samples.length / mostPoints));
  return Array.from({ length: Math.ceil(samples.length / every) }, (_, index) => {
    const place = index * every;
    return { right: right[place * units]!, said: said[place * units]!, place };
  }).filter((point) => Number.isFinite(point.said));
}

/** The point nearest to a spot, null where none is within reach. */
export function nearestPoint<P extends { readonly x: number; readonly y: number }>(
  points: readonly P[],
  [x, y]: readonly [x: number, y: number],
  reach: number,
): P | null {
  let [nearest, distance]: [P | null, number] = [null, reach];
  for (const point of points) {
    const own = Math.hypot(point.x - x, point.y - y);
    if (own <= distance) [nearest, distance] = [point, own];
  }
  return nearest;
}
