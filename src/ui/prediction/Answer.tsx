import { useStore } from 'zustand';
import type { Activation } from '../../engine/protocol/prediction';
import { predictionWords } from '../../i18n/panels/prediction';
import { useEditor, useServices, useWords } from '../services';
import { percentText } from '../../i18n/numbers';
import { useFacts } from '../samples/useFacts';
import styles from './Answer.module.css';
import { topAnswers } from '../samples/topAnswers';
import { useAnswerNames } from '../samples/useAnswerNames';

/** What every output says: the `count` likeliest classes as bars, or its numbers. */
export function Answer({ count }: { readonly count: number }) {
  const { runner } = useServices();
  const words = useWords(predictionWords);
  const prediction = useStore(runner.store, (state) => state.prediction);
  const predicting = useStore(runner.store, (state) => state.predicting);
  if (prediction === null)
    return (
      <div aria-busy={predicting}>
        <p className={styles.wait}>{predicting ? words.working : words.noAnswer}</p>
      </div>
    );
  const { outputs } = prediction;
  return (
    <div aria-busy={predicting}>
      {outputs.map((output) => (
        <section key={output.layer} aria-label={output.layer} className={styles.output}>
          {outputs.length > 1 && <h3 className={styles.name}>{output.layer}</h3>}
          <OneAnswer output={output} count={count} />
        </section>
      ))}
      <p className={styles.note}>{words.took(prediction.milliseconds.toFixed(1))}</p>
    </div>
  );
}

function OneAnswer({ output, count }: { readonly output: Activation; readonly count: number }) {
  const target = useFacts(useEditor((state) => state.document.training.dataset))?.target;
  const { values } = output;
  const words = useWords(predictionWords);
  const named = useAnswerNames()(values.length);
  if (target?.kind === 'numbers' && values.length === target.units) {
    return (
      <p className={styles.best}>
        <b>{Array.from(values, (value) => Number(value.toPrecision(4))).join(', ')}</b>
      </p>
    );
  }
  const { kind, answers } = topAnswers(values, count);
  if (kind === 'none') return <p className={styles.wait}>{words.notNumber}</p>;
  const text = (value: number) => (kind === 'probabilities' ? percentText(value) : value.toPrecision(4));
  const best = answers[0];
  return (
    <>
      {best && (
        <p className={styles.best} data-long={named(best.index).length > 12}>
          <b>{named(best.index)}</b>
          <span>{text(best.value)}</span>
        </p>
      )}
      <ol className={styles.bars}>
        {answers.map(({ index, value, length }) => (
          <li key={index}>
            <span className={styles.class}>{named(index)}</span>
            <span className={styles.track}>
              <span className={styles.bar} style={{ transform: `scaleX(${length})` }} />
            </span>
            <span>{text(value)}</span>
          </li>
        ))}
      </ol>
    </>
  );
}
