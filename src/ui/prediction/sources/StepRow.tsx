import { predictionWords } from '../../../i18n/panels/prediction';
import { useWords } from '../../services';
import { Button } from '../../kit/Button';
import { countText } from '../../../i18n/numbers';
import styles from './SampleStepper.module.css';
import { useSaidAnswer } from './useSaidAnswer';
import type { useSampleStep } from './useSampleStep';

interface StepRowProps {
  readonly step: ReturnType<typeof useSampleStep>;
  /** What is right for this sample; null where it was changed. */
  readonly right: string | null;
  /** What is right is a class, or numbers. */
  readonly kind: 'truth' | 'rightNumber';
}

/** Back and forth through the samples; what is right is shown, so that errors are seen. */
export function StepRow({ step: { place, held, go }, right, kind }: StepRowProps) {
  const words = useWords(predictionWords);
  useSaidAnswer(right === null ? null : { number: place + 1, right });
  return (
    <>
      <div className={styles.row}>
        <Button small icon="left" aria-label={words.previous} onClick={() => go(-1)} />
        <Button small icon="right" aria-label={words.next} onClick={() => go(1)} />
        <b>{right === null ? '' : words[kind](right)}</b>
      </div>
      <p className={styles.note}>{words.sampleOf(countText(place + 1, 'en'), countText(held, 'en'))}</p>
    </>
  );
}
