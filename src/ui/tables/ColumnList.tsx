import { useState } from 'react';
import type { TableLook } from '../../editor/own/tableLook';
import { tableDialogWords } from '../../i18n/tables/tableDialog';
import fields from '../fields/Fields.module.css';
import { Button } from '../kit/Button';
import { useWords } from '../services';
import { ColumnRow } from './ColumnRow';
import styles from './TableDialog.module.css';

/** Tables may have ten thousand columns; nobody reads so many at once. */
const shownAtOnce = 100;
const searchedFrom = 20;

interface ColumnListProps {
  readonly look: TableLook;
  readonly onChoices: (choices: TableLook['choices']) => void;
}

/** The columns of a table, those with the name that is looked for. */
export function ColumnList({ look, onChoices }: ColumnListProps) {
  const words = useWords(tableDialogWords);
  const [sought, setSought] = useState('');
  const [most, setMost] = useState(shownAtOnce);
  const { survey, choices } = look;
  const found = survey.columns
    .map((facts, place) => ({ facts, place, choice: choices.columns[place]! }))
    .filter(({ facts }) => facts.name.toLowerCase().includes(sought.trim().toLowerCase()));
  return (
    <section aria-label={words.columns}>
      <h3>{words.columns}</h3>
      {survey.columns.length > searchedFrom && (
        <div className={styles.find}>
          <input
            type="search"
            className={fields.input}
            aria-label={words.find}
            placeholder={words.find}
            value={sought}
            onChange={({ target }) => setSought(target.value)}
          />
        </div>
      )}
      {found.length === 0 && <p className={styles.hint}>{words.none}</p>}
      <ul className={styles.columns}>
        {found.slice(0, most).map(({ facts, place, choice }) => (
          <ColumnRow
            key={place}
            facts={facts}
            choice={choice}
            answer={place === choices.target ? choices.answer : null}
            onChoice={(changed) => onChoices({ ...choices, columns: choices.columns.with(place, changed) })}
          />
        ))}
      </ul>
      {found.length > most && (
        <Button small tone="quiet" onClick={() => setMost(most + shownAtOnce)}>
          {words.more(Math.min(shownAtOnce, found.length - most))}
        </Button>
      )}
    </section>
  );
}
