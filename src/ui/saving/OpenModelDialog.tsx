import { useRef } from 'react';
import { useStore } from 'zustand';
import { engineErrorText } from '../../i18n/engineErrors';
import { savingWords } from '../../i18n/saving';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { Button } from '../shell/Button';
import { Modal } from '../shell/Modal';
import { ReportView } from './ReportView';
import styles from './Saving.module.css';
import { useOpenModel } from './useOpenModel';

/** A trained model from a file: what came of it is said weight by weight. */
export default function OpenModelDialog() {
  const { runner } = useServices();
  const words = useWords(savingWords);
  const language = useLanguage();
  const title = useEditor((state) => state.document.title);
  const loading = useStore(runner.store, (state) => state.loading);
  const error = useStore(runner.store, (state) => state.error);
  const input = useRef<HTMLInputElement>(null);
  const { busy, opened, trouble, open } = useOpenModel();
  const refused = opened?.kind === 'refused';
  const engineTrouble = refused && opened.report === null && error !== null ? engineErrorText(error, language) : null;
  const said = trouble ?? engineTrouble ?? (refused ? words.refused : null);
  return (
    <Modal title={words.openTitle} about={words.openAbout} size="middle">
      <div
        className={styles.drop}
        onDragOver={(event) => event.preventDefault()}
        onDrop={(event) => {
          event.preventDefault();
          event.stopPropagation();
          void open([...event.dataTransfer.files]);
        }}
      >
        <input
          ref={input}
          type="file"
          accept=".keras,.h5,.hdf5,.json,.bin,.zip"
          multiple
          hidden
          aria-label={words.choose}
          onChange={({ target }) => {
            void open([...(target.files ?? [])]);
            target.value = '';
          }}
        />
        <Button tone="primary" disabled={busy} onClick={() => input.current?.click()}>
          {words.choose}
        </Button>
        <p className={styles.note}>{words.dropHint}</p>
      </div>
      {busy && (
        <div className={styles.progress}>
          <progress
            className={styles.bar}
            aria-label={loading === null ? words.opening : words.loading(loading.name)}
            max={loading?.total ?? 1}
            value={loading?.done}
          />
          <Button small onClick={() => void runner.stop()}>
            {words.cancel}
          </Button>
        </div>
      )}
      {said !== null && (
        <p className={styles.trouble} role="alert">
          {said}
        </p>
      )}
      {opened !== null && !refused && (
        <output className={styles.done}>
          {opened.kind === 'project' ? words.openedProject(title) : words.openedWeights(title)}
        </output>
      )}
      {opened?.report && <ReportView report={opened.report} />}
    </Modal>
  );
}
