import type { OutputEvaluation } from '../../../engine/protocol/curves';
import { lossText } from '../../../i18n/numbers';
import { scoreWords } from '../../../i18n/results/scores';
import { useRunClassNames } from './useRunClassNames';
import { useWords } from '../../services';
import styles from './Confusion.module.css';
import type { Judged } from './judged';

/** Of fewer samples the scores say little about others. */
const few = 30;

interface ScoresProps {
  readonly evaluation: OutputEvaluation;
  readonly judged: Judged;
}

/** What always gives the same answer, in words. */
function useSameAnswer({ majority }: OutputEvaluation): string {
  const words = useWords(scoreWords);
  const named = useRunClassNames();
  return majority === undefined ? words.mean : `“${named(majority)}”`;
}

/** What a careful reader would object to. */
export function Doubts({ evaluation, judged }: ScoresProps) {
  const words = useWords(scoreWords);
  const same = useSameAnswer(evaluation);
  return (
    <>
      {!judged.better && <p className={styles.doubt}>{words.notBetter(same)}</p>}
      {judged.samples < few && <p className={styles.doubt}>{words.few(judged.samples)}</p>}
    </>
  );
}

/** Scores with their intervals, beside those of what always gives the same answer. */
export function Scores({ evaluation, judged }: ScoresProps) {
  const words = useWords(scoreWords);
  const same = useSameAnswer(evaluation);
  const classes = evaluation.majority !== undefined;
  const text = (value: number | null) => (classes && value !== null ? value.toFixed(3) : lossText(value));
  return (
    <table className={`${styles.confused} ${styles.scores}`}>
      <caption>{classes ? words.classScores : words.scores}</caption>
      <thead>
        <tr>
          {[words.measure, words.model, words.interval, words.baseline(same)].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {judged.rows.map(({ measure, model, interval, baseline }) => (
          <tr key={measure}>
            <th scope="row">{words[measure]}</th>
            <td>{text(model)}</td>
            <td>{interval === null ? '–' : words.between(text(interval[0]), text(interval[1]))}</td>
            <td>{text(baseline)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
