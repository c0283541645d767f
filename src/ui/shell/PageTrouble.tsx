import { useErrorBoundary } from 'react-error-boundary';
import { shellWords } from '../../i18n/shell';
import { useWords } from '../services';
import { Button } from '../kit/Button';
import styles from '../kit/part/PartTrouble.module.css';

/** Instead of the whole page, where drawing it failed: without it there would be nothing at all. */
export function PageTrouble() {
  const words = useWords(shellWords);
  const { error } = useErrorBoundary();
  return (
    <main>
      <div role="alert" className={styles.trouble} data-above="true">
        <p>{words.pageFailed(String(error))}</p>
        <Button tone="primary" onClick={() => location.reload()}>
          {words.loadAgain}
        </Button>
      </div>
    </main>
  );
}
