import { useMemo } from 'react';
import type { KeptAnswers } from '../../../../data/scores/keptAnswers';
import { farthestOff, wrongClasses } from '../../../../data/scores/worstFirst';
import { resultSampleWords } from '../../../../i18n/results/resultSamples';
import { useWords } from '../../../services';
import { AnsweredSamples } from './AnsweredSamples';
import styles from './AnsweredSamples.module.css';

interface WorstMistakesProps {
  readonly answers: KeptAnswers;
  readonly classes: boolean;
}

/** The samples with which the model is most wrong. */
export default function WorstMistakes({ answers, classes }: WorstMistakesProps) {
  const words = useWords(resultSampleWords);
  const worst = useMemo(() => (classes ? wrongClasses(answers) : farthestOff(answers)), [answers, classes]);
  if (worst.length === 0) return <p className={styles.note}>{words.noMistakes}</p>;
  return <AnsweredSamples answers={answers} answered={worst} />;
}
