import type { PhotoSet } from '../../data/photos/photos';
import { photosWords } from '../../i18n/photos';
import { reasonText } from '../../i18n/photosTrouble';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../shell/Button';
import styles from './PhotosDialog.module.css';

const most = 300;

/** Files that were left out, each with its reason. */
export function LeftOutList({ set }: { readonly set: PhotoSet }) {
  const { photos } = useServices();
  const words = useWords(photosWords);
  const language = useLanguage();
  const { leftOut } = set;
  if (leftOut.length === 0) return null;
  return (
    <details className={styles.leftOut}>
      <summary>{words.leftOut(leftOut.length)}</summary>
      <ul className={styles.lines}>
        {leftOut.slice(0, most).map(({ path, reason }, at) => (
          <li key={`${at} ${path}`}>
            <b>{path}</b> <span>{reasonText(reason, language)}</span>
          </li>
        ))}
      </ul>
      {leftOut.length > most && <p className={styles.note}>{words.more(leftOut.length - most)}</p>}
      <Button small tone="quiet" onClick={() => void photos.change(set.id, (now) => ({ ...now, leftOut: [] }))}>
        {words.clearLeftOut}
      </Button>
    </details>
  );
}
