import { useEffect, useState } from 'react';
import { predictionWords } from '../../i18n/prediction';
import { trainingWords } from '../../i18n/training';
import { useServices, useWords } from '../services';
import { Button } from '../shell/Button';
import { countText } from '../shell/numbers';
import { Digit } from '../training/Digit';
import { useDigits } from '../training/useDigits';
import styles from './SampleStepper.module.css';
import { pictureFromGrey } from './pictureSource';

/** Steps through the samples held back for validation; the true label is shown, so that errors are seen. */
export function SampleStepper() {
  const { runner } = useServices();
  const words = useWords(predictionWords);
  const training = useWords(trainingWords);
  const digits = useDigits();
  const [step, setStep] = useState(0);

  useEffect(() => {
    if (typeof digits === 'string') return;
    const { width, height } = digits;
    const index = digits.count - digits.validation + step;
    const grey = digits.images.subarray(index * width * height, (index + 1) * width * height);
    void runner.predict(pictureFromGrey(grey, width, height));
  }, [digits, step, runner]);

  if (digits === 'loading') return <p className={styles.note}>{training.loadingSamples}</p>;
  if (digits === 'failed') return <p className={styles.note}>{training.samplesFailed}</p>;
  const index = digits.count - digits.validation + step;
  const label = digits.classes[digits.labels[index] ?? 0] ?? '';
  const go = (by: number) => setStep((step + by + digits.validation) % digits.validation);
  return (
    <div className={styles.stepper}>
      <Digit data={digits} index={index} label={training.sampleLabel(label)} />
      <div className={styles.row}>
        <Button small icon="left" aria-label={words.previous} onClick={() => go(-1)} />
        <Button small icon="right" aria-label={words.next} onClick={() => go(1)} />
        <b>{words.truth(label)}</b>
      </div>
      <p className={styles.note}>{words.sampleOf(countText(step + 1, 'en'), countText(digits.validation, 'en'))}</p>
    </div>
  );
}
