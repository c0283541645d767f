import { useEffect } from 'react';
import { useStore } from 'zustand';
import { type Dataset, sampleValues } from '../../../data/dataset';
import { predictionWords } from '../../../i18n/panels/prediction';
import { useLanguage, useServices, useWords } from '../../services';
import { SeriesPlot } from '../../samples/SeriesPlot';
import { answerText } from '../../samples/answerText';
import styles from './NumbersForm.module.css';
import { StepRow } from './StepRow';
import { useSampleStep } from './useSampleStep';

/** Steps through the time series held back for validation: the values that go in, and the next one, right and predicted. */
export function SeriesStepper({ data }: { readonly data: Dataset }) {
  const { runner } = useServices();
  const words = useWords(predictionWords);
  const language = useLanguage();
  const step = useSampleStep(data);
  const { index } = step;
  const said = useStore(runner.store, (state) => state.prediction?.outputs[0]?.values[0]);

  useEffect(() => {
    const values = Float32Array.from(sampleValues(data, index));
    void runner.predict({ kind: 'series', shape: data.shape, values });
  }, [data, index, runner]);

  const answer = answerText(data, index, language);
  const right = data.target.kind === 'numbers' ? data.target.values[index * data.target.names.length] : undefined;
  return (
    <div className={styles.form}>
      <StepRow step={step} kind="rightNumber" right={answer} />
      <SeriesPlot values={sampleValues(data, index)} label={words.series} right={right} said={said} />
      <p className={styles.key}>
        <span className={styles.ring}>{words.rightNext}</span>
        <span className={styles.dot}>{words.predictedNext}</span>
      </p>
    </div>
  );
}
