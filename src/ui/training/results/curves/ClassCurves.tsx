import { useMemo } from 'react';
import { calibrationOf } from '../../../../data/scores/curves/calibration';
import { curveOf, rankScores, rankingOf } from '../../../../data/scores/curves/ranking';
import { oneAgainstRest, surenessOf } from '../../../../data/scores/curves/yesNo';
import type { KeptAnswers } from '../../../../data/scores/keptAnswers';
import { curveWords } from '../../../../i18n/results/curveWords';
import { useWords } from '../../../services';
import styles from './Curves.module.css';
import { SquareChart } from './SquareChart';
import { thinnedLine } from './thinnedLine';

interface ClassCurvesProps {
  readonly answers: KeptAnswers;
  readonly label: number;
  readonly name: string;
  /** The calibration error of all; null where there are no probabilities. */
  readonly calibration: number | null;
  /** Where the curves are marked; null where there is no threshold. */
  readonly threshold: number | null;
}

/** ROC and precision–recall curve of one class against the rest, and the reliability diagram of all answers. */
export function ClassCurves({ answers, label, name, calibration, threshold }: ClassCurvesProps) {
  const words = useWords(curveWords);
  const ranking = useMemo(() => {
    const { scores, yes } = oneAgainstRest(answers, label);
    return rankingOf(scores, yes);
  }, [answers, label]);
  const points = useMemo(() => curveOf(ranking), [ranking]);
  const bins = useMemo(() => {
    const sureness = surenessOf(answers);
    return sureness && calibrationOf(sureness);
  }, [answers]);
  const scores = rankScores(ranking, null);
  const share = ranking.yes.reduce((sum, one) => sum + one, 0) / Math.max(1, ranking.yes.length);
  const marked = threshold === null ? undefined : points.findLast((at) => at.threshold > threshold);
  return (
    <>
      {scores === null && <p className={styles.note}>{words.noCurve}</p>}
      <div className={styles.charts}>
        {scores !== null && (
          <>
            <SquareChart
              title={words.roc}
              said={words.rocSaid(name, scores.auc.toFixed(3))}
              axes={words.rocAxes}
              line={thinnedLine([[0, 0], ...points.map((at) => [at.falsePositive, at.recall] as const)])}
              plain={[
                [0, 0],
                [1, 1],
              ]}
              mark={marked && [marked.falsePositive, marked.recall]}
            />
            <SquareChart
              title={words.precisionRecall}
              said={words.precisionRecallSaid(name, scores.averagePrecision.toFixed(3))}
              axes={words.precisionRecallAxes}
              line={thinnedLine(points.map((at) => [at.recall, at.precision] as const))}
              plain={[
                [0, share],
                [1, share],
              ]}
              mark={marked && [marked.recall, marked.precision]}
            />
          </>
        )}
        {bins !== null && calibration !== null && (
          <SquareChart
            title={words.calibration}
            said={words.calibrationSaid(calibration.toFixed(3))}
            axes={words.calibrationAxes}
            line={bins.map(({ sure, so }) => [sure, so] as const)}
            dots={bins.map(({ sure, so }) => [sure, so] as const)}
            plain={[
              [0, 0],
              [1, 1],
            ]}
          />
        )}
      </div>
      {bins === null && <p className={styles.note}>{words.noProbabilities}</p>}
    </>
  );
}
