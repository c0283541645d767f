import { useState } from 'react';
import type { TableNote } from '../../data/tables/taking/notes';
import { tableDialogWords } from '../../i18n/tables/tableDialog';
import { tableNoteText } from '../../i18n/tables/tableNotes';
import { Button } from '../kit/Button';
import { useLanguage, useWords } from '../services';
import styles from './TableDialog.module.css';

/** What is in the way is always shown; of what is merely good to know only the first. */
const shownAtOnce = 6;

/** What was found: what is in the way first, then what to look at. */
export function TableNotes({ notes }: { readonly notes: readonly TableNote[] }) {
  const words = useWords(tableDialogWords);
  const language = useLanguage();
  const [all, setAll] = useState(false);
  const first = notes.filter(({ level }, place) => all || level === 'blocks' || place < shownAtOnce);
  if (notes.length === 0) return null;
  return (
    <section aria-label={words.notes}>
      <ul className={styles.notes}>
        {first.map((note, place) => (
          <li key={place} data-level={note.level}>
            {tableNoteText(note, language)}
          </li>
        ))}
      </ul>
      {first.length < notes.length && (
        <Button small tone="quiet" onClick={() => setAll(true)}>
          {words.more(notes.length - first.length)}
        </Button>
      )}
    </section>
  );
}
