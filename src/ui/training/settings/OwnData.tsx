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

/** Brings along a table or labelled texts, chosen, dropped or pasted; a dialog shows it before it is taken. */
export function OwnData() {
  const { data, session } = useServices();
  const words = useWords(ownDataWords);
  const language = useLanguage();
  const chosen = useEditor((state) => state.document.training.dataset);
  const { facts, trouble } = useStore(data.store);
  const look = ([file]: readonly File[]) => {
    if (file === undefined) return;
    session.open('table');
    void data.look({ file });
  };
  const forget = async () => {
    const restore = await data.forget(chosen);
    session.notify({
      tone: 'info',
      text: (now) => ownDataWords[now].forgotten(datasetName(chosen, now)),
      action: { label: (now) => shellWords[now].undo, run: () => void restore() },
    });
  };
  return (
    <DropZone className={styles.drop} onFiles={look}>
      <div className={styles.row}>
        <FileButton
          small
          icon="plus"
          title={words.about}
          label={words.choose}
          accept=".csv,.tsv,.tab,.txt,.data,.jsonl,.ndjson,.json,text/csv,text/plain"
          onFiles={look}
        >
          {words.choose}
        </FileButton>
        <Button small tone="quiet" onClick={() => session.open('table')}>
          {words.paste}
        </Button>
        {facts.some(({ id }) => id === chosen) && (
          <Button small tone="quiet" icon="trash" aria-label={words.forget} onClick={() => void forget()} />
        )}
      </div>
      <p className={said.note}>{words.hint}</p>
      {trouble !== null && (
        <p className={said.trouble} role="alert">
          {trouble.name !== '' && <b>{trouble.name} </b>}
          {tableTroubleText(trouble.trouble, language)}
        </p>
      )}
    </DropZone>
  );
}
