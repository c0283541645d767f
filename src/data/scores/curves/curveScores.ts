import { randomNumbers } from '../../random';
import { type Interval, middle, poisson } from '../bootstrap';
import type { KeptAnswers } from '../keptAnswers';
import { calibrationError } from './calibration';
import { rankScores, rankingOf } from './ranking';
import { oneAgainstRest, surenessOf } from './yesNo';

export const curveMeasures = ['auc', 'averagePrecision', 'calibrationError'] as const;
type Measured = Readonly<Record<(typeof curveMeasures)[number], number | null>>;

/** A score of the curves with its interval, beside that of what always says the same. */
export interface CurveScore {
  readonly measure: (typeof curveMeasures)[number];
  readonly model: number | null;
  readonly interval: Interval | null;
  readonly baseline: number | null;
}

const [rounds, fewestRounds] = [1000, 100];
/** Numbers that are ranked in a draw, and in all draws: it is waited for. */
const [mostDrawn, mostNumbers] = [10_000, 1_000_000];

/** The classes whose curves are drawn: of two the second alone. */
export const curveClasses = (answers: KeptAnswers, classes: number): readonly number[] =>
  answers.limit !== null || classes === 2 ? [1] : Array.from({ length: classes }, (_, label) => label);

const mean = (values: readonly number[]) =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** Every so many, so that a draw is quick. */
function thinned(answers: KeptAnswers, classes: number): KeptAnswers {
  const { samples, units, said, right } = answers;
  const every = Math.ceil((samples.length * classes) / mostDrawn);
  if (every <= 1) return answers;
  const places = Uint32Array.from({ length: Math.ceil(samples.length / every) }, (_, at) => at * every);
  return {
    ...answers,
    samples: Uint32Array.from(places, (place) => samples[place]!),
    right: Float32Array.from(places, (place) => right[place]!),
    said: Float32Array.from({ length: places.length * units }, (_, at) => {
      return said[places[Math.floor(at / units)]! * units + (at % units)]!;
    }),
  };
}

/** Measures answers again and again, each sample counting as often as it is said. */
function measuring(answers: KeptAnswers, classes: readonly number[]) {
  const rankings = classes.map((label) => {
    const { scores, yes } = oneAgainstRest(answers, label);
    return rankingOf(scores, yes);
  });
  const sureness = surenessOf(answers);
  return (weights: Float32Array | null): Measured => {
    const ranked = rankings.flatMap((ranking) => rankScores(ranking, weights) ?? []);
    return {
      auc: mean(ranked.map(({ auc }) => auc)),
      averagePrecision: mean(ranked.map(({ averagePrecision }) => averagePrecision)),
      calibrationError: sureness && calibrationError(sureness, weights),
    };
  };
}

/** Of one who always says how often each class comes in training. */
function baselineOf({ right, samples }: KeptAnswers, classes: readonly number[], shares: readonly number[]): Measured {
  const [count, there] = [samples.length, new Float64Array(shares.length)];
  for (const label of right) there[label]! += 1;
  const both = classes.filter((label) => there[label]! > 0 && there[label]! < count);
  const said = shares.length === 2 ? 1 : shares.indexOf(Math.max(...shares));
  return {
    auc: both.length === 0 ? null : 0.5,
    averagePrecision: mean(both.map((label) => there[label]! / count)),
    calibrationError: count === 0 ? null : Math.abs(shares[said]! - there[said]! / count),
  };
}

/**
 * How well classes are ranked and how far probabilities can be believed: of several classes the mean of each against the
 * rest (macro), as `roc_auc_score(multi_class='ovr')`. Intervals of 95 % by the Poisson bootstrap; of very many samples from some of them, closer
 * by the root of how many there are. `shares`: of each class among the training samples.
 */
export function curveScores(answers: KeptAnswers, shares: readonly number[]): readonly CurveScore[] {
  const classes = curveClasses(answers, shares.length);
  const some = thinned(answers, classes.length);
  const [all, drawing] = [measuring(answers, classes)(null), measuring(some, classes)];
  const own = some === answers ? all : drawing(null);
  const random = randomNumbers(1);
  const weights = new Float32Array(some.samples.length);
  const each = Math.max(1, some.samples.length * classes.length);
  const draws = Array.from({ length: Math.min(rounds, Math.max(fewestRounds, Math.floor(mostNumbers / each))) }, () => {
    for (let place = 0; place < weights.length; place++) weights[place] = poisson(1, random);
    return drawing(weights);
  });
  const baseline = baselineOf(answers, classes, shares);
  const closer = Math.sqrt(some.samples.length / Math.max(1, answers.samples.length));
  return curveMeasures.map((measure) => {
    const values = draws.flatMap((drawn) => drawn[measure] ?? []);
    const [model, center] = [all[measure], own[measure]];
    if (model === null || center === null || values.length === 0)
      return { measure, model, interval: null, baseline: baseline[measure] };
    const [low, high] = middle(values);
    const interval = [model + (low - center) * closer, model + (high - center) * closer] as const;
    return { measure, model, interval, baseline: baseline[measure] };
  });
}
