import { useEffect } from 'react';
import type { Dataset } from '../../../data/dataset';
import { trainingWords } from '../../../i18n/panels/training';
import { useLanguage, useServices, useWords } from '../../services';
import { PictureSample } from '../../samples/PictureSample';
import { answerText } from '../../samples/answerText';
import styles from './SampleStepper.module.css';
import { StepRow } from './StepRow';
import { useSamplePicture } from '../../samples/useSamplePicture';
import { useSampleStep } from './useSampleStep';

/** Steps through the pictures held back for validation. */
export function SampleStepper({ data }: { readonly data: Dataset }) {
  const { runner } = useServices();
  const training = useWords(trainingWords);
  const language = useLanguage();
  const step = useSampleStep(data);
  const { index } = step;
  const picture = useSamplePicture(data, index);

  useEffect(() => {
    if (picture !== null) void runner.predict(picture);
  }, [picture, runner]);

  const answer = answerText(data, index, language);
  return (
    <div className={styles.stepper}>
      <PictureSample data={data} index={index} label={training.sampleLabel(answer)} />
      <StepRow step={step} kind="truth" right={answer} />
    </div>
  );
}
