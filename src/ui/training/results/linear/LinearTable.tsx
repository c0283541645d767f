import { useMemo } from 'react';
import type { OutputEvaluation } from '../../../../engine/protocol/curves';
import { linearWords } from '../../../../i18n/results/linearWords';
import { scoreWords } from '../../../../i18n/results/scores';
import { useWords } from '../../../services';
import styles from '../Confusion.module.css';
import { judgedOf } from '../judged';
import { scoreText } from '../scoreText';
import { clearlyBetter } from './clearlyBetter';

interface LinearTableProps {
  readonly model: OutputEvaluation;
  readonly linear: OutputEvaluation;
}

/** Scores of the model beside those of a linear one. */
export function LinearTable({ model, linear }: LinearTableProps) {
  const words = useWords(linearWords);
  const measures = useWords(scoreWords);
  const [own, other] = useMemo(() => [judgedOf(model), judgedOf(linear)], [model, linear]);
  if (own === null || other === null) return null;
  const classes = model.majority !== undefined;
  return (
    <>
      <table className={styles.confused} aria-label={words.title}>
        <thead>
          <tr>
            {[words.measure, words.model, words.other, words.interval].map((title) => (
              <th key={title} scope="col">
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {other.rows.map(({ measure, model: linearly, interval }) => {
            const text = (value: number | null) => scoreText(value, measure, classes);
            return (
              <tr key={measure}>
                <th scope="row">{measures[measure]}</th>
                <td>{text(own.rows.find((row) => row.measure === measure)?.model ?? null)}</td>
                <td>{text(linearly)}</td>
                <td>{interval === null ? '–' : words.between(text(interval[0]), text(interval[1]))}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className={styles.note}>{clearlyBetter(own, other) ? words.better : words.notBetter}</p>
    </>
  );
}
