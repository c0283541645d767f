import { useMemo, useState } from 'react';
import { asYesNo, yesNoMatrix } from '../../../data/scores/curves/yesNo';
import type { KeptAnswers } from '../../../data/scores/keptAnswers';
import type { OutputEvaluation } from '../../../engine/protocol/curves';
import { curveWords } from '../../../i18n/results/curveWords';
import { resultSampleWords } from '../../../i18n/results/resultSamples';
import { scoreWords } from '../../../i18n/results/scores';
import type { LoadPart } from '../../kit/Part';
import { useWords } from '../../services';
import { Confusion } from './Confusion';
import type Curves from './curves/Curves';
import { Threshold } from './curves/Threshold';
import { Doubts } from './Doubts';
import { Fold } from './Fold';
import { Headline } from './Headline';
import { judgedOf } from './judged';
import { MostConfused } from './manyClasses/MostConfused';
import type Scores from './Scores';
import type WorstMistakes from './samples/WorstMistakes';
import { Scatter } from './scatter/Scatter';

/** Classes that a matrix of numbers can show. */
const mostClasses = 12;
const usual = 0.5;

const worstMistakes: LoadPart<Parameters<typeof WorstMistakes>[0]> = () => import('./samples/WorstMistakes');
const allScores: LoadPart<Parameters<typeof Scores>[0]> = () => import('./Scores');
const curves: LoadPart<Parameters<typeof Curves>[0]> = () => import('./curves/Curves');

/** How one output does: the score to look at first, the mistakes, and folded what is asked for next. */
export function Detail({ evaluation }: { readonly evaluation: OutputEvaluation }) {
  const more = useWords(resultSampleWords);
  const scores = useWords(scoreWords);
  const curve = useWords(curveWords);
  const judged = useMemo(() => judgedOf(evaluation), [evaluation]);
  const [threshold, setThreshold] = useState(usual);
  const { answers, matrix, shares } = evaluation;
  const classes = matrix.length > 0;
  const yesNo = useMemo(
    () => (answers === undefined || matrix.length !== 2 ? null : asYesNo(answers)),
    [answers, matrix.length],
  );
  const shown = useMemo(() => movedTo(evaluation, yesNo, threshold), [evaluation, yesNo, threshold]);
  return (
    <>
      {judged && <Headline evaluation={evaluation} judged={judged} />}
      {judged && <Doubts evaluation={evaluation} judged={judged} />}
      <Mistakes evaluation={shown} />
      {yesNo && <Threshold matrix={shown.matrix} threshold={threshold} onThreshold={setThreshold} />}
      {shown.answers && <Fold title={more.worst} load={worstMistakes} props={{ answers: shown.answers, classes }} />}
      {judged && <Fold title={scores.allScores} load={allScores} props={{ evaluation, judged }} />}
      {answers && classes && shares && (
        <Fold title={curve.curves} load={curves} props={{ answers, shares, judged: judged?.samples ?? 0, threshold }} />
      )}
    </>
  );
}

/** The same with everything above the threshold taken for the second class; as it was where it has not been moved. */
function movedTo(evaluation: OutputEvaluation, yesNo: KeptAnswers | null, threshold: number): OutputEvaluation {
  if (yesNo === null || threshold === usual) return evaluation;
  const answers = { ...yesNo, limit: threshold };
  const matrix = yesNoMatrix(answers);
  const perClass = matrix.map((row, label) => {
    const total = row.reduce((sum, count) => sum + count, 0);
    return total === 0 ? null : row[label]! / total;
  });
  return { ...evaluation, answers, matrix, perClass };
}

function Mistakes({ evaluation }: { readonly evaluation: OutputEvaluation }) {
  const { matrix, perClass, points, answers } = evaluation;
  if (matrix.length > mostClasses) return <MostConfused matrix={matrix} perClass={perClass} answers={answers} />;
  if (matrix.length > 0) return <Confusion matrix={matrix} perClass={perClass} answers={answers} />;
  return points.length > 0 && <Scatter points={points} answers={answers} />;
}
