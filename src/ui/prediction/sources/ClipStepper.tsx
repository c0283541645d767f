import { useEffect } from 'react';
import { type Dataset, sampleValues } from '../../../data/dataset';
import { useLanguage, useServices } from '../../services';
import { FrameStrip } from '../../samples/FrameStrip';
import { useSampleName } from '../../samples/useSampleName';
import { answerText } from '../../samples/answerText';
import styles from './NumbersForm.module.css';
import { StepRow } from './StepRow';
import { useSampleStep } from './useSampleStep';

/** Steps through the clips held back for validation. */
export function ClipStepper({ data }: { readonly data: Dataset }) {
  const { runner } = useServices();
  const language = useLanguage();
  const step = useSampleStep(data);
  const { index } = step;

  useEffect(() => {
    void runner.predict({ kind: 'video', shape: data.shape, values: Float32Array.from(sampleValues(data, index)) });
  }, [data, index, runner]);

  const name = useSampleName(data);
  const answer = answerText(data, index, language);
  return (
    <div className={styles.form}>
      <StepRow step={step} kind="truth" right={answer} />
      <FrameStrip data={data} index={index} label={name(index)} />
    </div>
  );
}
