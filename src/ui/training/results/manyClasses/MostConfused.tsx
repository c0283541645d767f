import { useState } from 'react';
import type { KeptAnswers } from '../../../../data/scores/keptAnswers';
import type { InCell } from '../../../../data/scores/worstFirst';
import { trainingWords } from '../../../../i18n/panels/training';
import { resultSampleWords } from '../../../../i18n/results/resultSamples';
import { type LoadPart, Part } from '../../../kit/Part';
import { useWords } from '../../../services';
import { percentText } from '../../../../i18n/numbers';
import { useShownTheme } from '../../../kit/useShownTheme';
import { Button } from '../../../kit/Button';
import { HeatMap } from './HeatMap';
import styles from '../Confusion.module.css';
import { mostConfused } from './mostConfused';
import type CellSamples from '../samples/CellSamples';
import { useRunClassNames } from '../useRunClassNames';

interface MostConfusedProps {
  readonly matrix: readonly (readonly number[])[];
  readonly perClass: readonly (number | null)[];
  /** What was said about single samples; without them a pair has nothing to open. */
  readonly answers: KeptAnswers | undefined;
}

const cellSamples: LoadPart<Parameters<typeof CellSamples>[0]> = () => import('../samples/CellSamples');

/** Many classes: the matrix as a picture, and its largest mistakes in words. */
export function MostConfused({ matrix, perClass, answers }: MostConfusedProps) {
  const words = useWords(trainingWords);
  const theme = useShownTheme();
  const more = useWords(resultSampleWords);
  const named = useRunClassNames();
  const [open, setOpen] = useState<InCell | null>(null);
  const pressed = (cell: InCell) => cell.actual === open?.actual && cell.predicted === open.predicted;
  const worst = perClass
    .map((share, label) => ({ share, label }))
    .filter(({ share }) => share !== null)
    .toSorted((a, b) => a.share! - b.share!)
    .slice(0, 5);
  return (
    <>
      <HeatMap key={theme} matrix={matrix} label={words.confusion} />
      <table className={styles.confused}>
        <caption>{words.mostConfused}</caption>
        <thead>
          <tr>
            <th scope="col">{words.actual}</th>
            <th scope="col">{words.predicted}</th>
            <th scope="col">{words.times}</th>
          </tr>
        </thead>
        <tbody>
          {mostConfused(matrix).map(({ actual, predicted, count }) => (
            <tr key={`${actual} ${predicted}`}>
              <td>{named(actual)}</td>
              <td>{named(predicted)}</td>
              <td>
                {answers === undefined ? (
                  count
                ) : (
                  <Button
                    small
                    tone="quiet"
                    aria-expanded={pressed({ actual, predicted })}
                    aria-label={more.cell(named(actual), named(predicted), count)}
                    onClick={() => setOpen(pressed({ actual, predicted }) ? null : { actual, predicted })}
                  >
                    {count}
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {answers && open !== null && (
        <Part
          load={cellSamples}
          props={{
            answers,
            cell: open,
            count: matrix[open.actual]?.[open.predicted] ?? 0,
            onClose: () => setOpen(null),
          }}
        />
      )}
      <p className={styles.note}>
        {words.worstClasses}: {worst.map(({ label, share }) => `${named(label)} ${percentText(share)}`).join(', ')}
      </p>
    </>
  );
}
