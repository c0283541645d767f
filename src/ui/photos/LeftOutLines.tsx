import type { LeftOut } from '../../data/photos/photos';
import { photosWords } from '../../i18n/panels/photos';
import { reasonText } from '../../i18n/troubles/photosTrouble';
import { useLanguage, useWords } from '../services';
import said from '../kit/Said.module.css';
import styles from './PhotosDialog.module.css';

/** More lines than these are only counted. */
const most = 300;

/** Files that were left out, each with its reason. */
export function LeftOutLines({ leftOut }: { readonly leftOut: readonly LeftOut[] }) {
  const words = useWords(photosWords);
  const language = useLanguage();
  return (
    <>
      <ul className={styles.lines}>
        {leftOut.slice(0, most).map(({ path, reason }, at) => (
          <li key={`${at} ${path}`}>
            <b>{path}</b> <span>{reasonText({ path, reason }, language)}</span>
          </li>
        ))}
      </ul>
      {leftOut.length > most && <p className={said.note}>{words.more(leftOut.length - most)}</p>}
    </>
  );
}
