import { type CSSProperties, type ReactNode, useState } from 'react';
import type { KeptAnswers } from '../../../data/scores/keptAnswers';
import type { InCell } from '../../../data/scores/worstFirst';
import { trainingWords } from '../../../i18n/panels/training';
import { resultSampleWords } from '../../../i18n/results/resultSamples';
import { type LoadPart, Part } from '../../kit/Part';
import { useWords } from '../../services';
import styles from './Confusion.module.css';
import type CellSamples from './samples/CellSamples';
import { useCellKeys } from './samples/useCellKeys';
import { useRunClassNames } from './useRunClassNames';

interface ConfusionProps {
  readonly matrix: readonly (readonly number[])[];
  readonly perClass: readonly (number | null)[];
  /** What was said about single samples; without them a cell has nothing to open. */
  readonly answers: KeptAnswers | undefined;
}

const cellSamples: LoadPart<Parameters<typeof CellSamples>[0]> = () => import('./samples/CellSamples');

/** Which class is taken for which, and how many of each class are recognised; a cell opens its samples. */
export function Confusion({ matrix, perClass, answers }: ConfusionProps) {
  const words = useWords(trainingWords);
  const more = useWords(resultSampleWords);
  const named = useRunClassNames();
  const [open, setOpen] = useState<InCell | null>(null);
  const keys = useCellKeys(matrix.map((row) => row.map((count) => count > 0)));
  const count = open === null ? 0 : (matrix[open.actual]?.[open.predicted] ?? 0);
  const pressed = (cell: InCell) => cell.actual === open?.actual && cell.predicted === open.predicted;
  return (
    <>
      <table className={styles.matrix} {...(answers && { onKeyDown: keys.onKeyDown })}>
        <caption>
          {words.confusion}
          {answers && ` · ${more.pressCell}`}
        </caption>
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
            <Row key={actual} row={row} name={named(actual)} share={perClass[actual] ?? null} actual={actual}>
              {(predicted, own) =>
                answers && (
                  <button
                    type="button"
                    className={styles.cell}
                    aria-expanded={pressed({ actual, predicted })}
                    aria-label={more.cell(named(actual), named(predicted), own)}
                    title={more.cell(named(actual), named(predicted), own)}
                    {...keys.cell(actual, predicted)}
                    onClick={() => setOpen(pressed({ actual, predicted }) ? null : { actual, predicted })}
                  >
                    {own}
                  </button>
                )
              }
            </Row>
          ))}
        </tbody>
      </table>
      {answers && open !== null && count > 0 && (
        <Part load={cellSamples} props={{ answers, cell: open, count, onClose: () => setOpen(null) }} />
      )}
    </>
  );
}

interface RowProps {
  readonly row: readonly number[];
  readonly actual: number;
  readonly name: string;
  readonly share: number | null;
  /** What opens a cell with so many samples. */
  readonly children: (predicted: number, count: number) => ReactNode;
}

function Row({ row, actual, name, share, children }: RowProps) {
  const total = row.reduce((sum, count) => sum + count, 0);
  const depth = (count: number) => `${Math.round(Math.min(1, Math.sqrt(count / Math.max(1, total))) * 70)}%`;
  return (
    <tr>
      <th scope="row">{name}</th>
      {row.map((count, predicted) => (
        <td
          key={predicted}
          className={predicted === actual ? styles.right : styles.wrong}
          style={{ '--share': depth(count) } as CSSProperties}
        >
          {count === 0 ? '' : (children(predicted, count) ?? count)}
        </td>
      ))}
      <td className={styles.share}>{share === null ? '–' : (share * 100).toFixed(0)}</td>
    </tr>
  );
}
