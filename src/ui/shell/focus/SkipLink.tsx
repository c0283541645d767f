import { walkWords } from '../../../i18n/voice/walkWords';
import { useWords } from '../../services';
import { focusCanvas } from '../../kit/focus/focusCanvas';
import { useKeptFocus } from './useKeptFocus';
import { useMenuKey } from './useMenuKey';
import styles from './SkipLink.module.css';

/** The first stop of the Tab key: past the bar and every brick of the palette to the model. Seen while it has the focus, over which it watches. */
export default function SkipLink() {
  useKeptFocus();
  useMenuKey();
  const words = useWords(walkWords);
  return (
    <button type="button" className={styles.skip} onClick={focusCanvas}>
      {words.toCanvas}
    </button>
  );
}
