import { useStore } from 'zustand';
import { photosWords } from '../../i18n/panels/photos';
import { outcomeText, photosTroubleText } from '../../i18n/troubles/photosTrouble';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { FileButton } from '../kit/FileButton';
import { LeftOutLines } from './LeftOutLines';
import said from '../kit/Said.module.css';
import styles from './PhotosDialog.module.css';
import { chosenFiles } from './folderFiles';
import { ReadingChoice } from './ReadingChoice';
import { usePhotoImport } from './usePhotoImport';

/** Chooses a folder, photos or zips; while they are read: how far it is, and a way to stop. */
export function ImportBar({ set }: { readonly set: string | null }) {
  const { photos } = useServices();
  const words = useWords(photosWords);
  const language = useLanguage();
  const bring = usePhotoImport();
  const { importing, outcome, question, trouble } = useStore(photos.store);
  const number = (count: number) => count.toLocaleString('en-US');
  const take = (files: readonly File[]) => void bring(chosenFiles(files, ''), set);
  return (
    <>
      {importing === null ? (
        <div className={styles.tools}>
          <FileButton small icon="plus" title={words.hint} label={words.chooseFolder} folder onFiles={take}>
            {words.chooseFolder}
          </FileButton>
          <FileButton small icon="image" label={words.chooseFiles} accept="image/*,.zip" multiple onFiles={take}>
            {words.chooseFiles}
          </FileButton>
        </div>
      ) : (
        <div className={styles.tools}>
          <progress
            aria-label={words.reading(importing.name)}
            max={Math.max(1, importing.total)}
            {...(importing.total === 0 ? {} : { value: importing.done })}
          />
          <span className={said.note}>
            {importing.total === 0
              ? words.reading(importing.name)
              : words.progress(number(importing.done), number(importing.total))}
          </span>
          <Button small onClick={() => photos.cancel()}>
            {words.cancel}
          </Button>
        </div>
      )}
      {question !== null && <ReadingChoice question={question} />}
      <div aria-live="polite" className={styles.outcome}>
        {outcome !== null && <p className={said.note}>{outcomeText(outcome, language)}</p>}
      </div>
      {trouble !== null && (
        <div className={`${said.trouble} ${styles.trouble}`} role="alert">
          {photosTroubleText(trouble, language)}
          {trouble.code === 'nothing' && <LeftOutLines leftOut={trouble.leftOut} />}
        </div>
      )}
    </>
  );
}
