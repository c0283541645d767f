import { useStore } from 'zustand';
import type { OutputEvaluation } from '../../../engine/protocol/run';
import { trainingWords } from '../../../i18n/panels/training';
import { useServices, useWords } from '../../services';
import { lossText, percentText } from '../../../i18n/numbers';
import { Confusion } from './Confusion';
import styles from './Confusion.module.css';
import { MostConfused } from './MostConfused';
import { Scatter } from './Scatter';

/** Classes that a matrix of numbers can show. */
const mostClasses = 12;

/** How the model does on the validation samples: for every output what it takes for what, or how far it is off. */
export function Results() {
  const { runner } = useServices();
  const words = useWords(trainingWords);
  const evaluation = useStore(runner.store, (state) => state.run?.evaluation ?? null);
  if (evaluation === null) return <p className={styles.note}>{words.noResults}</p>;
  const { outputs, loss, accuracy } = evaluation;
  const several = outputs.length > 1;
  return (
    <>
      <p className={styles.note}>
        {accuracy === null
          ? words.evaluatedLoss(lossText(loss))
          : words.evaluated(lossText(loss), percentText(accuracy))}
      </p>
      {outputs.map((output) => (
        <section key={output.output} aria-label={output.output}>
          {several && <h3 className={styles.output}>{output.output}</h3>}
          {several && (
            <p className={styles.note}>
              {output.accuracy === null
                ? words.evaluatedLoss(lossText(output.loss))
                : words.evaluated(lossText(output.loss), percentText(output.accuracy))}
            </p>
          )}
          {(output.unanswered ?? 0) > 0 && <p className={styles.note}>{words.unanswered(output.unanswered!)}</p>}
          <Detail evaluation={output} />
        </section>
      ))}
    </>
  );
}

function Detail({ evaluation }: { readonly evaluation: OutputEvaluation }) {
  const { matrix, perClass, points } = evaluation;
  if (matrix.length > mostClasses) return <MostConfused matrix={matrix} perClass={perClass} />;
  if (matrix.length > 0) return <Confusion matrix={matrix} perClass={perClass} />;
  return points.length > 0 && <Scatter points={points} />;
}
