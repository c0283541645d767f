import { useMemo } from 'react';
import { useStore } from 'zustand';
import type { Judgement, OutputEvaluation } from '../../../engine/protocol/curves';
import { trainingWords } from '../../../i18n/panels/training';
import { useServices, useWords } from '../../services';
import { lossText, percentText } from '../../../i18n/numbers';
import { Confusion } from './Confusion';
import styles from './Confusion.module.css';
import { MostConfused } from './MostConfused';
import { Scatter } from './Scatter';
import { Doubts, Scores } from './Scores';
import { judgedOf } from './judged';

/** Classes that a matrix of numbers can show. */
const mostClasses = 12;

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
    <p className={styles.note}>
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
  const judged = useMemo(() => judgedOf(evaluation), [evaluation]);
  return (
    <>
      {judged && <Doubts evaluation={evaluation} judged={judged} />}
      <Mistakes evaluation={evaluation} />
      {judged && <Scores evaluation={evaluation} judged={judged} />}
    </>
  );
}

function Mistakes({ evaluation }: { readonly evaluation: OutputEvaluation }) {
  const { matrix, perClass, points } = evaluation;
  if (matrix.length > mostClasses) return <MostConfused matrix={matrix} perClass={perClass} />;
  if (matrix.length > 0) return <Confusion matrix={matrix} perClass={perClass} />;
  return points.length > 0 && <Scatter points={points} />;
}
