import { useStore } from 'zustand';
import { savingWords } from '../../i18n/saving';
import { useEditor, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { DropZone } from '../kit/DropZone';
import { FileButton } from '../kit/FileButton';
import { Modal } from '../kit/Modal';
import { useBrought } from '../kit/useBrought';
import { PicturesNote } from './PicturesNote';
import { ReportView } from './ReportView';
import said from '../kit/Said.module.css';
import styles from './Saving.module.css';
import { useOpenModel } from './useOpenModel';

/** A trained model from a file: what came of it is said weight by weight. */
export default function OpenModelDialog() {
  const { runner } = useServices();
  const words = useWords(savingWords);
  const title = useEditor((state) => state.document.title);
  const loading = useStore(runner.store, (state) => state.loading);
  const { busy, opened, report, reason, open, takeByOrder } = useOpenModel();
  useBrought('trained', (files) => void open(files));
  return (
    <Modal title={words.openTitle} about={words.openAbout} size="middle">
      <DropZone className={styles.drop} onFiles={(files) => void open(files)}>
        <FileButton
          tone="primary"
          label={words.choose}
          accept=".keras,.h5,.hdf5,.json,.bin,.zip,.pt,.pth,.safetensors"
          multiple
          disabled={busy}
          onFiles={(files) => void open(files)}
        >
          {words.choose}
        </FileButton>
        <p className={said.note}>{words.dropHint}</p>
      </DropZone>
      {busy && (
        <div className={styles.progress}>
          <progress
            className={`${said.bar} ${styles.bar}`}
            aria-label={loading === null ? words.opening : words.loading(loading.name)}
            max={loading?.total ?? 1}
            value={loading?.done}
          />
          <Button small onClick={() => void runner.stop()}>
            {words.cancel}
          </Button>
        </div>
      )}
      {reason !== null && (
        <p className={`${said.trouble} ${styles.trouble}`} role="alert">
          {reason}
        </p>
      )}
      {takeByOrder !== null && (
        <Button tone="primary" onClick={() => void takeByOrder()}>
          {words.takeByOrder}
        </Button>
      )}
      {opened !== null && (
        <output className={styles.done}>
          {opened.kind === 'project' ? words.openedProject(title) : words.openedWeights(title)}
        </output>
      )}
      {opened?.kind === 'weights' && <PicturesNote />}
      {report !== null && <ReportView report={report} />}
    </Modal>
  );
}
