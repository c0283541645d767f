import { shellWords } from '../../../i18n/shell';
import { useWords } from '../../services';
import { focusCanvas } from '../../kit/focus/focusCanvas';
import styles from './SkipLink.module.css';

/** The first stop of the Tab key: past the bar and every brick of the palette to the model. Seen while it has the focus. */
export function SkipLink() {
  const words = useWords(shellWords);
  return (
    <button type="button" className={styles.skip} onClick={focusCanvas}>
      {words.toCanvas}
    </button>
  );
}
