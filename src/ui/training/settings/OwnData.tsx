import { useStore } from 'zustand';
import { tableTroubleText } from '../../../i18n/troubles/tableTrouble';
import { datasetName } from '../../../i18n/datasetNames';
import { shellWords } from '../../../i18n/shell';
import { ownDataWords } from '../../../i18n/panels/ownData';
import { useEditor, useLanguage, useServices, useWords } from '../../services';
import { Button } from '../../kit/Button';
import { DropZone } from '../../kit/DropZone';
import { FileButton } from '../../kit/FileButton';
import said from '../../kit/Said.module.css';
import styles from './OwnData.module.css';

/** Brings along a table of numbers or labelled texts, chosen or dropped; reading shows how far it is and can be cancelled. */
export function OwnData({ onAdded }: { readonly onAdded: (id: string) => void }) {
  const { data, session } = useServices();
  const shell = useWords(shellWords);
  const words = useWords(ownDataWords);
  const language = useLanguage();
  const chosen = useEditor((state) => state.document.training.dataset);
  const { facts, reading, trouble } = useStore(data.store);
  const add = async ([file]: readonly File[]) => {
    const added = file && (await data.add(file));
    if (added?.ok) onAdded(added.value);
  };
  const forget = async () => {
    const restore = await data.forget(chosen);
    const action = { label: shell.undo, run: () => void restore() };
    session.notify({ tone: 'info', text: words.forgotten(datasetName(chosen, language)), action });
  };
  return (
    <DropZone className={styles.drop} onFiles={(files) => void add(files)}>
      {reading === null ? (
        <div className={styles.row}>
          <FileButton
            small
            icon="plus"
            title={words.about}
            label={words.choose}
            accept=".csv,.tsv,.tab,.txt,text/csv,text/plain"
            onFiles={(files) => void add(files)}
          >
            {words.choose}
          </FileButton>
          {facts.some(({ id }) => id === chosen) && (
            <Button small tone="quiet" icon="trash" aria-label={words.forget} onClick={() => void forget()} />
          )}
        </div>
      ) : (
        <div className={styles.row}>
          <progress
            className={`${said.bar} ${styles.bar}`}
            aria-label={words.reading(reading.name)}
            max={1}
            value={reading.share}
          />
          <Button small onClick={() => data.cancel()}>
            {words.cancel}
          </Button>
        </div>
      )}
      <p className={said.note}>{reading === null ? words.hint : words.reading(reading.name)}</p>
      {trouble !== null && (
        <p className={said.trouble} role="alert">
          {trouble.name !== '' && <b>{trouble.name} </b>}
          {tableTroubleText(trouble.trouble, language)}
        </p>
      )}
    </DropZone>
  );
}
