import type { OutputEvaluation } from '../../../engine/protocol/curves';
import { scoreWords } from '../../../i18n/results/scores';
import { useWords } from '../../services';
import styles from './Confusion.module.css';
import type { Judged } from './judged';
import { useSameAnswer } from './useSameAnswer';

/** Of fewer samples the scores say little about others. */
const few = 30;

interface DoubtsProps {
  readonly evaluation: OutputEvaluation;
  readonly judged: Judged;
}

/** What a careful reader would object to. */
export function Doubts({ evaluation, judged }: DoubtsProps) {
  const words = useWords(scoreWords);
  const same = useSameAnswer(evaluation);
  return (
    <>
      {!judged.better && <p className={styles.doubt}>{words.notBetter(same)}</p>}
      {judged.samples < few && <p className={styles.doubt}>{words.few(judged.samples)}</p>}
    </>
  );
}
