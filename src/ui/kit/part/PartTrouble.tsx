import { useErrorBoundary } from 'react-error-boundary';
import { shellWords } from '../../../i18n/shell';
import { useWords } from '../../services';
import { Button } from '../Button';
import { PartMissing } from './fetchedPart';
import styles from './PartTrouble.module.css';

interface PartTroubleProps {
  readonly onClose?: () => void;
}

/** A part of the page did not come: why that may be, and what to do. */
export function PartTrouble({ onClose }: PartTroubleProps) {
  const { error, resetBoundary } = useErrorBoundary();
  const words = useWords(shellWords);
  // A mistake of ours is nothing that a server could mend.
  if (!(error instanceof PartMissing)) throw error;
  return (
    <div role="alert" className={styles.trouble} data-above={onClose !== undefined}>
      <p>{words.partMissing(location.origin)}</p>
      <Button tone="primary" onClick={resetBoundary}>
        {words.retry}
      </Button>
      {onClose && <Button onClick={onClose}>{words.close}</Button>}
    </div>
  );
}
