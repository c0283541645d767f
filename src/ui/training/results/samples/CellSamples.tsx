import type { KeptAnswers } from '../../../../data/scores/keptAnswers';
import { type InCell, inCell } from '../../../../data/scores/worstFirst';
import { resultSampleWords } from '../../../../i18n/results/resultSamples';
import { Button } from '../../../kit/Button';
import { useWords } from '../../../services';
import { useRunClassNames } from '../useRunClassNames';
import { AnsweredSamples } from './AnsweredSamples';
import styles from './CellSamples.module.css';

interface CellSamplesProps {
  readonly answers: KeptAnswers;
  readonly cell: InCell;
  /** How many there are; of very many samples not all answers are kept. */
  readonly count: number;
  readonly onClose: () => void;
}

/** Below a matrix they may be out of sight. */
const comeIntoSight = (head: HTMLElement | null) => head?.scrollIntoView({ block: 'center' });

/** The samples behind one number of the confusion matrix. */
export default function CellSamples({ answers, cell, count, onClose }: CellSamplesProps) {
  const words = useWords(resultSampleWords);
  const named = useRunClassNames();
  const { actual, predicted } = cell;
  const found = inCell(answers, cell);
  const title =
    actual === predicted
      ? words.rightCell(named(actual), count)
      : words.wrongCell(named(actual), named(predicted), count);
  return (
    <section className={styles.cell} aria-label={title}>
      <p key={title} ref={comeIntoSight} className={styles.head}>
        <output>{title}</output>
        <Button small tone="quiet" icon="close" aria-label={words.close} onClick={onClose} />
      </p>
      {found.length < count && <p className={styles.note}>{words.part(found.length, count)}</p>}
      <AnsweredSamples key={`${actual} ${predicted}`} answers={answers} answered={found} alike />
    </section>
  );
}
