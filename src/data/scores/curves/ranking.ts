/** Samples in the order of what is said of them, the highest first. */
export interface Ranking {
  /** Places, in order. */
  readonly order: Uint32Array;
  /** By rank: does the next one say less? Equal ones are passed together. */
  readonly last: Uint8Array;
  readonly scores: Float32Array;
  /** By place: is yes right? */
  readonly yes: Uint8Array;
}

export function rankingOf(scores: Float32Array, yes: Uint8Array): Ranking {
  const order = Uint32Array.from(scores, (_, place) => place).sort((one, other) => scores[other]! - scores[one]!);
  const last = Uint8Array.from(order, (place, rank) =>
    Number(rank + 1 === order.length || scores[order[rank + 1]!]! < scores[place]!),
  );
  return { order, last, scores, yes };
}

/** How well yes is ranked above no. */
export interface RankScores {
  /** Area under the ROC curve, as `sklearn.metrics.roc_auc_score`: how often a yes is above a no. */
  readonly auc: number;
  /** Mean precision over the recall, in steps, as `sklearn.metrics.average_precision_score`. */
  readonly averagePrecision: number;
}

/** `weights`: how often each place counts, once where they are null. Null where there is only yes, or only no. */
export function rankScores({ order, last, yes }: Ranking, weights: Float32Array | null): RankScores | null {
  let [positive, negative, before, area, precisions] = [0, 0, 0, 0, 0];
  let [groupPositive, groupNegative] = [0, 0];
  for (let rank = 0; rank < order.length; rank++) {
    const place = order[rank]!;
    const weight = weights === null ? 1 : weights[place]!;
    if (yes[place] === 1) groupPositive += weight;
    else groupNegative += weight;
    if (last[rank] === 0) continue;
    area += groupNegative * (before + groupPositive / 2);
    positive += groupPositive;
    negative += groupNegative;
    if (groupPositive > 0) precisions += (groupPositive * positive) / (positive + negative);
    before = positive;
    [groupPositive, groupNegative] = [0, 0];
  }
  if (positive === 0 || negative === 0) return null;
  return { auc: area / (positive * negative), averagePrecision: precisions / positive };
}

/** What is found when everything from a threshold on is taken for yes. */
export interface CurvePoint {
  readonly threshold: number;
  /** Share of no that is taken for yes. */
  readonly falsePositive: number;
  /** Share of yes that is found: the recall. */
  readonly recall: number;
  readonly precision: number;
}

/** A point for each threshold, from the highest on; empty where there is only yes, or only no. */
export function curveOf({ order, last, scores, yes }: Ranking): readonly CurvePoint[] {
  const positives = yes.reduce((sum, one) => sum + one, 0);
  const negatives = yes.length - positives;
  if (positives === 0 || negatives === 0) return [];
  const points: CurvePoint[] = [];
  let [found, wrong] = [0, 0];
  order.forEach((place, rank) => {
    if (yes[place] === 1) found++;
    else wrong++;
    if (last[rank] === 0) return;
    points.push({
      threshold: scores[place]!,
      falsePositive: wrong / negatives,
      recall: found / positives,
      precision: found / (found + wrong),
    });
  });
  return points;
}
