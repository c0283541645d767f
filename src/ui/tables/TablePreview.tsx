import { useRef } from 'react';
import type { Survey } from '../../data/tables/survey';
import { tableDialogWords } from '../../i18n/tables/tableDialog';
import { ScrollRegion } from '../kit/ScrollRegion';
import { useWords } from '../services';
import styles from './TableDialog.module.css';

const shown = { rows: 30, columns: 60, letters: 200 };

/** The first rows as they were read, with their lines in the file. */
export function TablePreview({ survey }: { readonly survey: Survey }) {
  const words = useWords(tableDialogWords);
  const region = useRef<HTMLElement>(null);
  return (
    <div>
      <h3>{words.preview}</h3>
      <ScrollRegion region={region} className={styles.preview} label={words.preview} reachable>
        <table>
          <thead>
            <tr>
              <th scope="col">{words.line}</th>
              {survey.columns.slice(0, shown.columns).map(({ name }, place) => (
                <th scope="col" key={place}>
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {survey.preview.slice(0, shown.rows).map(({ line, cells }) => (
              <tr key={line}>
                <td>{line}</td>
                {cells.slice(0, shown.columns).map((cell, place) => (
                  <td key={place}>{cell.slice(0, shown.letters)}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </div>
  );
}
