import { useEffect } from 'react';
import type { Dataset } from '../../../data/dataset';
import { useLanguage, useServices } from '../../services';
import { PictureSample } from '../../samples/PictureSample';
import { answerText } from '../../samples/answerText';
import styles from './SampleStepper.module.css';
import { StepRow } from './StepRow';
import { useAnsweredName } from '../../samples/useSampleName';
import { useSamplePicture } from '../../samples/useSamplePicture';
import { useSampleStep } from './useSampleStep';

/** Steps through the pictures held back for validation. */
export function SampleStepper({ data }: { readonly data: Dataset }) {
  const { runner } = useServices();
  const language = useLanguage();
  const step = useSampleStep(data);
  const { index } = step;
  const picture = useSamplePicture(data, index);

  useEffect(() => {
    if (picture !== null) void runner.predict(picture);
  }, [picture, runner]);

  const name = useAnsweredName(data, index, picture);
  const answer = answerText(data, index, language);
  return (
    <div className={styles.stepper}>
      <PictureSample data={data} index={index} label={name} />
      <StepRow step={step} kind="truth" right={answer} />
    </div>
  );
}
