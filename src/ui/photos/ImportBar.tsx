import { useRef } from 'react';
import { useStore } from 'zustand';
import { photosWords } from '../../i18n/photos';
import { outcomeText, photosTroubleText } from '../../i18n/photosTrouble';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../shell/Button';
import styles from './PhotosDialog.module.css';
import { chosenFiles } from './folderFiles';
import { usePhotoImport } from './usePhotoImport';

/** Chooses a folder, photos or zips; while they are read: how far it is, and a way to stop. */
export function ImportBar({ set }: { readonly set: string | null }) {
  const { photos } = useServices();
  const words = useWords(photosWords);
  const language = useLanguage();
  const bring = usePhotoImport();
  const folder = useRef<HTMLInputElement>(null);
  const files = useRef<HTMLInputElement>(null);
  const { importing, outcome, trouble } = useStore(photos.store);
  const number = (count: number) => count.toLocaleString('en-US');
  const take = (target: HTMLInputElement) => {
    // Copied: emptying the input empties its list.
    void bring(chosenFiles([...(target.files ?? [])], ''), set);
    target.value = '';
  };
  return (
    <>
      {importing === null ? (
        <div className={styles.tools}>
          <Button small icon="plus" title={words.hint} onClick={() => folder.current?.click()}>
            {words.chooseFolder}
          </Button>
          <Button small icon="image" onClick={() => files.current?.click()}>
            {words.chooseFiles}
          </Button>
        </div>
      ) : (
        <div className={styles.tools}>
          <progress
            aria-label={words.reading(importing.name)}
            max={Math.max(1, importing.total)}
            {...(importing.total === 0 ? {} : { value: importing.done })}
          />
          <span className={styles.note}>
            {importing.total === 0
              ? words.reading(importing.name)
              : words.progress(number(importing.done), number(importing.total))}
          </span>
          <Button small onClick={() => photos.cancel()}>
            {words.cancel}
          </Button>
        </div>
      )}
      <input
        ref={(input) => {
          folder.current = input;
          // React's types do not know it.
          if (input !== null) input.webkitdirectory = true;
        }}
        type="file"
        hidden
        aria-label={words.chooseFolder}
        onChange={({ target }) => take(target)}
      />
      <input
        ref={files}
        type="file"
        multiple
        accept="image/*,.zip"
        hidden
        aria-label={words.chooseFiles}
        onChange={({ target }) => take(target)}
      />
      <div aria-live="polite" className={styles.outcome}>
        {outcome !== null && <p className={styles.note}>{outcomeText(outcome, language)}</p>}
      </div>
      {trouble !== null && (
        <p className={styles.trouble} role="alert">
          {photosTroubleText(trouble, language)}
        </p>
      )}
    </>
  );
}
