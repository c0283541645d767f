import { useStore } from 'zustand';
import { backendText, statusWords } from '../../../i18n/status';
import { useServices, useWords } from '../../services';
import styles from './StatusLine.module.css';

/** The backend in use and the reason for it. */
export function BackendLabel() {
  const { runner } = useServices();
  const words = useWords(statusWords);
  const backend = useStore(runner.store, (state) => state.backend);
  if (backend === null) return <span className={styles.phase}>{words.starting}</span>;
  const why = backendText(backend, words);
  return (
    <span className={styles.backend} title={why}>
      <span className={styles.dot} data-backend={backend.name} aria-hidden="true" />
      <b>{words[backend.name]}</b>
      <span className={styles.why}>{why}</span>
    </span>
  );
}
