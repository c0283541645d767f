import type { PhotoSet } from '../../data/photos/photos';
import { photosWords } from '../../i18n/panels/photos';
import { useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { LeftOutLines } from './LeftOutLines';
import styles from './PhotosDialog.module.css';

/** What was left out of a set, folded away until it is asked for. */
export function LeftOutList({ set }: { readonly set: PhotoSet }) {
  const { photos } = useServices();
  const words = useWords(photosWords);
  const { leftOut } = set;
  if (leftOut.length === 0) return null;
  return (
    <details className={styles.leftOut}>
      <summary>{words.leftOut(leftOut.length)}</summary>
      <LeftOutLines leftOut={leftOut} />
      <Button small tone="quiet" onClick={() => void photos.change(set.id, (now) => ({ ...now, leftOut: [] }))}>
        {words.clearLeftOut}
      </Button>
    </details>
  );
}
