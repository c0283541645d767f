import type { LeavingTrouble } from '../../../editor/run/exporting/packedExport';
import type { ExportNote } from '../../../exporters/exportNote';
import { exportWords } from '../../../i18n/panels/export';
import { exportNoteText } from '../../../i18n/troubles/exporting/exportNote';
import { useLanguage, useWords } from '../../services';
import { Part } from '../../kit/Part';
import said from '../../kit/Said.module.css';
import { leavingText } from '../leavingText';
import styles from './ExportDialog.module.css';

interface NotesProps {
  readonly notes: readonly ExportNote[];
  readonly trouble: LeavingTrouble | null;
  /** The weights that were missing are there now, or the model does without them. */
  readonly onReady: () => void;
}

const missingWeights = () => import('../../pretrained/MissingWeights');

/** Why a model does not leave, or what is missing where it does; both with what to do. */
export function Notes({ notes, trouble, onReady }: NotesProps) {
  const words = useWords(exportWords);
  const language = useLanguage();
  if (trouble?.code === 'weightsMissing') {
    return (
      <div className={styles.missing} role="alert">
        <Part load={missingWeights} props={{ id: trouble.data.id, onReady }} waiting={leavingText(trouble, language)} />
      </div>
    );
  }
  if (trouble !== null) {
    return (
      <p className={said.trouble} role="alert">
        {trouble.code === 'cancelled' ? words.cancelled : leavingText(trouble, language)}
      </p>
    );
  }
  if (notes.length === 0) return null;
  return (
    <ul className={styles.notes} aria-label={words.notes}>
      {notes.map((note) => (
        <li key={note.code} data-code={note.code}>
          {exportNoteText(note, language)}
        </li>
      ))}
    </ul>
  );
}
