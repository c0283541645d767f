import type { CSSProperties } from 'react';
import { trainingWords } from '../../../i18n/panels/training';
import { useWords } from '../../services';
import styles from './Confusion.module.css';
import { useRunClassNames } from './useRunClassNames';

interface ConfusionProps {
  readonly matrix: readonly (readonly number[])[];
  readonly perClass: readonly (number | null)[];
}

/** Which class is taken for which, and how many of each class are recognised; the numbers of the validation samples. */
export function Confusion({ matrix, perClass }: ConfusionProps) {
  const words = useWords(trainingWords);
  const named = useRunClassNames();
  return (
    <table className={styles.matrix}>
      <caption>{words.confusion}</caption>
      <thead>
        <tr>
          <th scope="col" className={styles.corner} title={`${words.actual} \\ ${words.predicted}`}>
            {words.actual}
          </th>
          {matrix.map((_, column) => (
            <th key={column} scope="col">
              {named(column)}
            </th>
          ))}
          <th scope="col" className={styles.share} title={words.recognised}>
            %
          </th>
        </tr>
      </thead>
      <tbody>
        {matrix.map((row, actual) => (
          <Row key={actual} row={row} actual={actual} named={named} share={perClass[actual] ?? null} />
        ))}
      </tbody>
    </table>
  );
}

interface RowProps {
  readonly row: readonly number[];
  readonly actual: number;
  readonly named: (index: number) => string;
  readonly share: number | null;
}

function Row({ row, actual, named, share }: RowProps) {
  const words = useWords(trainingWords);
  const total = row.reduce((sum, count) => sum + count, 0);
  return (
    <tr>
      <th scope="row">{named(actual)}</th>
      {row.map((count, predicted) => (
        <td
          key={predicted}
          className={predicted === actual ? styles.right : styles.wrong}
          title={`${words.actual} ${named(actual)}, ${words.predicted} ${named(predicted)}: ${count}`}
          style={
            { '--share': `${Math.round(Math.min(1, Math.sqrt(count / Math.max(1, total))) * 70)}%` } as CSSProperties
          }
        >
          {count === 0 ? '' : count}
        </td>
      ))}
      <td className={styles.share}>{share === null ? '–' : (share * 100).toFixed(0)}</td>
    </tr>
  );
}
