import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Judgement, OutputEvaluation } from '../../../engine/protocol/curves';
import { trainingWords } from '../../../i18n/panels/training';
import { resultSampleWords } from '../../../i18n/results/resultSamples';
import { scoreWords } from '../../../i18n/results/scores';
import type { LoadPart } from '../../kit/Part';
import { useServices, useWords } from '../../services';
import { lossText, percentText } from '../../../i18n/numbers';
import { Confusion } from './Confusion';
import styles from './Confusion.module.css';
import { MostConfused } from './manyClasses/MostConfused';
import { Scatter } from './scatter/Scatter';
import { Doubts } from './Doubts';
import { Fold } from './Fold';
import { Headline } from './Headline';
import type Scores from './Scores';
import type WorstMistakes from './samples/WorstMistakes';
import { judgedOf } from './judged';

/** Classes that a matrix of numbers can show. */
const mostClasses = 12;

const worstMistakes: LoadPart<Parameters<typeof WorstMistakes>[0]> = () => import('./samples/WorstMistakes');
const allScores: LoadPart<Parameters<typeof Scores>[0]> = () => import('./Scores');

/** How the model does on the validation samples, and on those of the test. */
export function Results() {
  const { runner } = useServices();
  const words = useWords(trainingWords);
  const evaluation = useStore(runner.store, (state) => state.run?.evaluation ?? null);
  const restored = useStore(runner.store, (state) => state.run?.restored ?? null);
  if (evaluation === null) return <p className={styles.note}>{words.noResults}</p>;
  const { test } = evaluation;
  const { evaluated, evaluatedLoss, tested, testedLoss } = words;
  return (
    <>
      {restored !== null && <p className={styles.note}>{words.restored(restored)}</p>}
      <Judged judgement={evaluation} whole={evaluated} lossOnly={evaluatedLoss} />
      {test && <Judged judgement={test} whole={tested} lossOnly={testedLoss} />}
    </>
  );
}

interface JudgedProps {
  readonly judgement: Judgement;
  readonly whole: (loss: string, accuracy: string) => string;
  readonly lossOnly: (loss: string) => string;
}

/** For every output what the model takes for what, or how far it is off. */
function Judged({ judgement, whole, lossOnly }: JudgedProps) {
  const words = useWords(trainingWords);
  const { outputs } = judgement;
  const several = outputs.length > 1;
  const said = ({ loss, accuracy }: Pick<Judgement, 'loss' | 'accuracy'>) => (
    <p className={styles.said}>
      {accuracy === null ? lossOnly(lossText(loss)) : whole(lossText(loss), percentText(accuracy))}
    </p>
  );
  return (
    <>
      {said(judgement)}
      {outputs.map((output) => (
        <section key={output.output} aria-label={output.output}>
          {several && <h3 className={styles.output}>{output.output}</h3>}
          {several && said(output)}
          {(output.unanswered ?? 0) > 0 && <p className={styles.note}>{words.unanswered(output.unanswered!)}</p>}
          <Detail evaluation={output} />
        </section>
      ))}
    </>
  );
}

function Detail({ evaluation }: { readonly evaluation: OutputEvaluation }) {
  const more = useWords(resultSampleWords);
  const scores = useWords(scoreWords);
  const judged = useMemo(() => judgedOf(evaluation), [evaluation]);
  const { answers, matrix } = evaluation;
  return (
    <>
      {judged && <Headline evaluation={evaluation} judged={judged} />}
      {judged && <Doubts evaluation={evaluation} judged={judged} />}
      <Mistakes evaluation={evaluation} />
      {answers && <Fold title={more.worst} load={worstMistakes} props={{ answers, classes: matrix.length > 0 }} />}
      {judged && <Fold title={scores.allScores} load={allScores} props={{ evaluation, judged }} />}
    </>
  );
}

function Mistakes({ evaluation }: { readonly evaluation: OutputEvaluation }) {
  const { matrix, perClass, points, answers } = evaluation;
  if (matrix.length > mostClasses) return <MostConfused matrix={matrix} perClass={perClass} answers={answers} />;
  if (matrix.length > 0) return <Confusion matrix={matrix} perClass={perClass} answers={answers} />;
  return points.length > 0 && <Scatter points={points} answers={answers} />;
}
