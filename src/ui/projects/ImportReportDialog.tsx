import { useStore } from 'zustand';
import { countText } from '../../i18n/numbers';
import { importNotes } from '../../i18n/imports/importNotes';
import { importCodeWords } from '../../i18n/panels/importCode';
import { Modal } from '../kit/Modal';
import { useLanguage, useServices, useWords } from '../services';
import styles from './ImportCode.module.css';

/** What became of everything in a file: what came over, what was assumed, what was left out. */
export default function ImportReportDialog() {
  const { session } = useServices();
  const words = useWords(importCodeWords);
  const language = useLanguage();
  const reported = useStore(session.store, (state) => state.reported);
  if (!reported) return null;
  const { title, report } = reported;
  const nothing = { taken: [], assumed: [], dropped: [] };
  const parts = [
    [words.assumed, importNotes({ ...nothing, assumed: report.assumed }, language)],
    [words.dropped, importNotes({ ...nothing, dropped: report.dropped }, language)],
  ] as const;
  return (
    <Modal title={words.report} about={title} size="middle">
      <p>{words.taken(countText(report.taken.length, language))}</p>
      {parts
        .filter(([, notes]) => notes.length > 0)
        .map(([heading, notes]) => (
          <section key={heading} className={styles.report} aria-label={heading}>
            <h3>{heading}</h3>
            <ul>
              {notes.map((note) => (
                <li key={note}>{note}</li>
              ))}
            </ul>
          </section>
        ))}
    </Modal>
  );
}
