import type { OutputEvaluation } from '../../../engine/protocol/curves';
import { lossText, percentText } from '../../../i18n/numbers';
import { scoreWords } from '../../../i18n/results/scores';
import { useWords } from '../../services';
import styles from './Headline.module.css';
import type { Judged } from './judged';
import { useSameAnswer } from './useSameAnswer';

interface HeadlineProps {
  readonly evaluation: OutputEvaluation;
  readonly judged: Judged;
}

/** Of the one score to look at first: how sure it is, and what always the same answer would get. */
export function Headline({ evaluation, judged }: HeadlineProps) {
  const words = useWords(scoreWords);
  const same = useSameAnswer(evaluation);
  const classes = evaluation.majority !== undefined;
  const row = judged.rows.find(({ measure }) => measure === (classes ? 'accuracy' : 'rmse'))!;
  const text = classes ? percentText : lossText;
  return (
    <p className={styles.headline}>
      {!classes && `${words.rmse} ${text(row.model)} · `}
      {row.interval !== null && `${words.surely(text(row.interval[0]), text(row.interval[1]))} · `}
      {`${words.baseline(same)}: ${text(row.baseline)}`}
    </p>
  );
}
