import type { CurveScore } from '../../../../data/scores/curves/curveScores';
import { curveWords } from '../../../../i18n/results/curveWords';
import { useWords } from '../../../services';
import styles from '../Confusion.module.css';

const text = (value: number | null) => (value === null ? '–' : value.toFixed(3));

/** Scores of the curves with their intervals, beside those of what knows only how often each class comes. */
export function CurveTable({ scores }: { readonly scores: readonly CurveScore[] }) {
  const words = useWords(curveWords);
  return (
    <table className={styles.confused} aria-label={words.curveScores}>
      <thead>
        <tr>
          {[words.measure, words.model, words.interval, words.baseline].map((title) => (
            <th key={title} scope="col">
              {title}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {scores.map(({ measure, model, interval, baseline }) => (
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
