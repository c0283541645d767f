import { useState } from 'react';
import type { SavedFormat } from '../../formats/saved/saveModel';
import { safeFileName } from '../../formats/file';
import { savingWords } from '../../i18n/saving';
import { shellWords } from '../../i18n/shell';
import { useEditor, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { Modal } from '../kit/Modal';
import { download } from '../kit/download';
import said from '../kit/Said.module.css';
import styles from './Saving.module.css';

const formats: readonly SavedFormat[] = ['keras', 'h5', 'tfjs', 'weights'];

/** The trained model as a file: which format, and why it cannot be saved where it cannot. */
export default function SaveModelDialog() {
  const { editor, runner, session } = useServices();
  const words = useWords(savingWords);
  const { untitled } = useWords(shellWords);
  const title = useEditor((state) => state.document.title) || untitled;
  const [format, setFormat] = useState<SavedFormat>('keras');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const save = async () => {
    setBusy(true);
    setTrouble(null);
    const { document, plan } = editor.store.getState();
    try {
      const weights = await runner.weights();
      if (weights === null) {
        setTrouble(runner.store.getState().run === null ? words.noWeights : words.notFitting);
        return;
      }
      const { saveModel, savedEndings } = await import('../../formats/saved/saveModel');
      const file = await saveModel({ plan, weights, document }, format);
      const name = safeFileName(title) + savedEndings[format];
      download(name, file);
      session.notify({ tone: 'success', text: words.saved(name) });
      session.open(null);
    } catch (error) {
      setTrouble(words.failed(error instanceof Error ? error.message : String(error)));
    } finally {
      setBusy(false);
    }
  };
  return (
    <Modal title={words.saveTitle} about={words.saveAbout} size="narrow">
      <fieldset className={styles.formats} disabled={busy}>
        <legend>{words.format}</legend>
        {formats.map((each) => (
          <label key={each}>
            <input
              type="radio"
              name="format"
              aria-label={words[each]}
              checked={format === each}
              onChange={() => setFormat(each)}
            />
            <span>
              <b>{words[each]}</b>
              <small>{words[`${each}About`]}</small>
            </span>
          </label>
        ))}
      </fieldset>
      {trouble !== null && (
        <p className={`${said.trouble} ${styles.trouble}`} role="alert">
          {trouble}
        </p>
      )}
      <div className={styles.buttons}>
        <Button tone="primary" icon="download" disabled={busy} onClick={() => void save()}>
          {busy ? words.saving : words.save}
        </Button>
      </div>
      {busy && <progress className={`${said.bar} ${styles.bar}`} aria-label={words.saving} />}
    </Modal>
  );
}
