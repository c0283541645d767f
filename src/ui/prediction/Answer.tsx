import { useStore } from 'zustand';
import { predictionWords } from '../../i18n/prediction';
import { useEditor, useServices, useWords } from '../services';
import { percentText } from '../shell/numbers';
import { datasets } from '../training/obstacle';
import styles from './Answer.module.css';
import { topAnswers } from './topAnswers';

/** The five likeliest classes as bars, or the output's values where they are no probabilities. */
export function Answer() {
  const { runner } = useServices();
  const words = useWords(predictionWords);
  const prediction = useStore(runner.store, (state) => state.prediction);
  const predicting = useStore(runner.store, (state) => state.predicting);
  const dataset = useEditor((state) => state.document.training.dataset);
  if (prediction === null) return <p className={styles.wait}>{predicting ? words.working : words.noAnswer}</p>;
  const { kind, answers } = topAnswers(prediction.values);
  const named = datasets[dataset]?.classes === prediction.values.length;
  const best = answers[0];
  return (
    <div aria-live="polite" aria-busy={predicting}>
      {best && (
        <p className={styles.best}>
          <b>{named ? best.index : words.other(best.index)}</b>
          <span>{kind === 'probabilities' ? percentText(best.value) : best.value.toPrecision(4)}</span>
        </p>
      )}
      <ol className={styles.bars}>
        {answers.map(({ index, value, length }) => (
          <li key={index}>
            <span>{named ? index : words.other(index)}</span>
            <span className={styles.track}>
              <span className={styles.bar} style={{ transform: `scaleX(${length})` }} />
            </span>
            <span>{kind === 'probabilities' ? percentText(value) : value.toPrecision(4)}</span>
          </li>
        ))}
      </ol>
      <p className={styles.note}>{words.took(prediction.milliseconds.toFixed(1))}</p>
    </div>
  );
}
