import { alwaysSaying, classMeasures, classScores } from '../../../data/scores/classScores';
import type { Interval } from '../../../data/scores/bootstrap';
import { classIntervals, numberIntervals } from '../../../data/scores/interval';
import { numberMeasures, numberScores } from '../../../data/scores/numberScores';
import type { OutputEvaluation } from '../../../engine/protocol/curves';

interface Row {
  readonly measure: (typeof classMeasures)[number] | (typeof numberMeasures)[number];
  readonly model: number | null;
  readonly interval: Interval | null;
  readonly baseline: number | null;
}

/** Scores of an output with their intervals, beside those of what always gives the same answer. */
export interface Judged {
  readonly rows: readonly Row[];
  readonly samples: number;
  /** Is the model surely better than what always says the same? */
  readonly better: boolean;
}

/** Null for runs of older versions, and where there is no sample. */
export const judgedOf = (evaluation: OutputEvaluation): Judged | null => ofClasses(evaluation) ?? ofNumbers(evaluation);

function ofClasses({ matrix, majority }: OutputEvaluation): Judged | null {
  const [scores, intervals] = [classScores(matrix), classIntervals(matrix)];
  if (scores === null || intervals === null || majority === undefined) return null;
  const plain = classScores(alwaysSaying(matrix, majority))!;
  const clearly = (measure: 'accuracy' | 'balancedAccuracy') => (intervals[measure]?.[0] ?? 0) > plain[measure];
  return {
    rows: classMeasures.map((measure) => ({
      measure,
      model: scores[measure],
      interval: intervals[measure],
      baseline: plain[measure],
    })),
    samples: matrix.flat().reduce((sum, count) => sum + count, 0),
    // Either may be good alone: where one class is rare, accuracy hides what balanced accuracy shows, and the other way round.
    better: clearly('accuracy') || clearly('balancedAccuracy'),
  };
}

function ofNumbers({ errors, points }: OutputEvaluation): Judged | null {
  if (errors === undefined) return null;
  const scores = numberScores(errors);
  if (scores === null) return null;
  const plain = numberScores({ ...errors, relative: null, ...errors.baseline })!;
  // Points tell one number of each sample; of several the interval of all is not known.
  const intervals = points.length > 1 && errors.units === 1 ? numberIntervals(points, errors.count) : null;
  return {
    rows: numberMeasures.map((measure) => ({
      measure,
      model: scores[measure],
      interval: intervals?.[measure] ?? null,
      baseline: plain[measure],
    })),
    samples: errors.count / errors.units,
    better: (intervals?.rmse?.[1] ?? scores.rmse) < plain.rmse,
  };
}
