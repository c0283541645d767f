import type { CSSProperties } from 'react';
import { useStore } from 'zustand';
import { trainingWords } from '../../i18n/training';
import { useServices, useWords } from '../services';
import { lossText, percentText } from '../shell/numbers';
import styles from './Confusion.module.css';

/** Which class is taken for which, and how many of each class are recognised; the numbers of the validation samples. */
export function Confusion() {
  const { runner } = useServices();
  const words = useWords(trainingWords);
  const evaluation = useStore(runner.store, (state) => state.run?.evaluation ?? null);
  if (evaluation === null) return <p className={styles.note}>{words.noResults}</p>;
  const { matrix, perClass, loss, accuracy } = evaluation;
  return (
    <>
      <p className={styles.note}>{words.evaluated(lossText(loss), percentText(accuracy))}</p>
      {matrix.length > 0 && (
        <table className={styles.matrix}>
          <caption>{words.confusion}</caption>
          <thead>
            <tr>
              <th scope="col" className={styles.corner} title={`${words.actual} \\ ${words.predicted}`}>
                {words.actual}
              </th>
              {matrix.map((_, column) => (
                <th key={column} scope="col">
                  {column}
                </th>
              ))}
              <th scope="col" className={styles.share} title={words.recognised}>
                %
              </th>
            </tr>
          </thead>
          <tbody>
            {matrix.map((row, actual) => (
              <Row key={actual} row={row} actual={actual} share={perClass[actual] ?? null} />
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

interface RowProps {
  readonly row: readonly number[];
  readonly actual: number;
  readonly share: number | null;
}

function Row({ row, actual, share }: RowProps) {
  const words = useWords(trainingWords);
  const total = row.reduce((sum, count) => sum + count, 0);
  return (
    <tr>
      <th scope="row">{actual}</th>
      {row.map((count, predicted) => (
        <td
          key={predicted}
          className={predicted === actual ? styles.right : styles.wrong}
          title={`${words.actual} ${actual}, ${words.predicted} ${predicted}: ${count}`}
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
