import { type CSSProperties, useState } from 'react';
import type { Importance } from '../../../../data/scores/importance';
import { countText } from '../../../../i18n/numbers';
import { importanceWords } from '../../../../i18n/results/importanceWords';
import { Button } from '../../../kit/Button';
import { useLanguage, useWords } from '../../../services';
import styles from './ImportanceTable.module.css';

const page = 12;

/** Columns with what the score loses without them, as numbers and bars. */
export function ImportanceTable({ found }: { readonly found: Importance }) {
  const words = useWords(importanceWords);
  const language = useLanguage();
  const [pages, setPages] = useState(1);
  const { measure, score, samples, columns } = found;
  const largest = Math.max(1e-9, ...columns.map(({ mean }) => mean));
  const left = columns.length - pages * page;
  const bar = (mean: number) => ({ '--share': `${Math.max(0, mean / largest) * 100}%` }) as CSSProperties;
  return (
    <>
      <table className={styles.table}>
        <caption>{words.falls(words[measure], score.toFixed(3), countText(samples, language))}</caption>
        <thead>
          <tr>
            <th scope="col">{words.column}</th>
            <th scope="col">{words.fall}</th>
          </tr>
        </thead>
        <tbody>
          {columns.slice(0, pages * page).map(({ column, mean, deviation }, place) => (
            <tr key={place}>
              <th scope="row">{column}</th>
              <td style={bar(mean)}>{words.spread(mean.toFixed(3), deviation.toFixed(3))}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {left > 0 && (
        <Button small onClick={() => setPages(pages + 1)}>
          {words.more(Math.min(left, page))}
        </Button>
      )}
    </>
  );
}
