import type { OutputEvaluation } from '../../../engine/protocol/curves';
import { scoreWords } from '../../../i18n/results/scores';
import { useWords } from '../../services';
import { scoreText } from './scoreText';
import { useSameAnswer } from './useSameAnswer';
import styles from './Confusion.module.css';
import type { Judged } from './judged';

interface ScoresProps {
  readonly evaluation: OutputEvaluation;
  readonly judged: Judged;
}

/** Scores with their intervals, beside those of what always gives the same answer. */
export default function Scores({ evaluation, judged }: ScoresProps) {
  const words = useWords(scoreWords);
  const same = useSameAnswer(evaluation);
  const classes = evaluation.majority !== undefined;
  const text = (value: number | null, measure: (typeof judged.rows)[number]['measure']) =>
    scoreText(value, measure, classes);
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
            <td>{text(model, measure)}</td>
            <td>{interval === null ? '–' : words.between(text(interval[0], measure), text(interval[1], measure))}</td>
            <td>{text(baseline, measure)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
