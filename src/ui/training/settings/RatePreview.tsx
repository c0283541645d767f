import { scheduleRecord, scheduleValues } from '../../../document/training/schedules';
import { allSettings } from '../../../document/training/trainingChoices';
import { scheduleWords } from '../../../i18n/training/schedule';
import { scheduleRules } from '../../../training/schedules/rules/index';
import { useEditor, useWords } from '../../services';
import styles from './RatePreview.module.css';
import { ratePath } from './ratePath';

interface RatePreviewProps {
  /** Steps of an epoch. */
  readonly steps: number;
  /** Whether the data say so. */
  readonly known: boolean;
}

const short = (rate: number) => String(Number(rate.toPrecision(3)));

/** The learning rate over all steps of a training; nothing where only its epochs will tell. */
export function RatePreview({ steps, known }: RatePreviewProps) {
  const words = useWords(scheduleWords);
  const { learningRateSchedule: choice, optimizer, epochs } = useEditor((state) => state.document.training);
  const { at } = scheduleRules[choice.name];
  if (at === undefined || scheduleRecord(choice.name).keras === null) return null;
  const rate = Number(allSettings(optimizer)['learningRate']);
  const values = scheduleValues(choice);
  const { path, highest, first, last } = ratePath((step) => at(values, rate, step), steps * epochs);
  return (
    <figure className={styles.preview} aria-label={words.preview(short(first), short(last), epochs)}>
      <svg viewBox="0 0 200 60" preserveAspectRatio="none" aria-hidden="true">
        <path d={path} className={styles.line} vectorEffect="non-scaling-stroke" />
      </svg>
      <figcaption>
        <span>{short(highest)}</span>
        {known && <span>{words.stepsPerEpoch(String(steps))}</span>}
        <span>{short(last)}</span>
      </figcaption>
    </figure>
  );
}
