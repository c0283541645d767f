import { predictionWords } from '../../../i18n/panels/prediction';
import { useWords } from '../../services';
import { Button } from '../../kit/Button';
import { countText } from '../../../i18n/numbers';
import styles from './SampleStepper.module.css';
import type { useSampleStep } from './useSampleStep';

interface StepRowProps {
  readonly step: ReturnType<typeof useSampleStep>;
  /** What is right for this sample. */
  readonly truth: string;
}

/** Back and forth through the samples; what is right is shown, so that errors are seen. */
export function StepRow({ step: { place, held, go }, truth }: StepRowProps) {
  const words = useWords(predictionWords);
  return (
    <>
      <div className={styles.row}>
        <Button small icon="left" aria-label={words.previous} onClick={() => go(-1)} />
        <Button small icon="right" aria-label={words.next} onClick={() => go(1)} />
        <b>{truth}</b>
      </div>
      <p className={styles.note}>{words.sampleOf(countText(place + 1, 'en'), countText(held, 'en'))}</p>
    </>
  );
}
