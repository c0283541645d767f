import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import { type SavedFormat, savedEndings, savedFormats } from '../../formats/saved/savedFormat';
import { safeFileName } from '../../formats/file';
import { savingWords } from '../../i18n/saving';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { shellWords } from '../../i18n/shell';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { Modal } from '../kit/Modal';
import { download } from '../kit/download';
import said from '../kit/Said.module.css';
import styles from './Saving.module.css';

/** The trained model as a file: which format, and why it cannot be saved where it cannot. */
export default function SaveModelDialog() {
  const { runner, session } = useServices();
  const words = useWords(savingWords);
  const language = useLanguage();
  const saving = useStore(runner.store, (state) => state.saving);
  const { untitled } = useWords(shellWords);
  const title = useEditor((state) => state.document.title) || untitled;
  const [format, setFormat] = useState<SavedFormat>('keras');
  const [busy, setBusy] = useState(false);
  const [trouble, setTrouble] = useState<string | null>(null);

  const own = useRef<AbortController | null>(null);
  useEffect(() => () => own.current?.abort(), []);

  const reasonOf = (error: EngineTrouble) => {
    if (error.code === 'cancelled') return null;
    if (error.code === 'failed') return words.failed(error.data.detail);
    const outdated = error.code === 'notTrained' && runner.store.getState().run !== null;
    return outdated ? words.notFitting : engineTroubleText(error, language);
  };
  const save = async () => {
    setBusy(true);
    setTrouble(null);
    own.current = new AbortController();
    const file = await runner.save(format, own.current.signal);
    setBusy(false);
    if (!file.ok) {
      setTrouble(reasonOf(file.error));
      return;
    }
    const name = safeFileName(title) + savedEndings[format];
    download(name, file.value);
    session.notify({ tone: 'success', text: words.saved(name) });
    session.open(null);
  };
  return (
    <Modal title={words.saveTitle} about={words.saveAbout} size="narrow">
      <fieldset className={styles.formats} disabled={busy}>
        <legend>{words.format}</legend>
        {savedFormats.map((each) => (
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
      {busy && (
        <div className={styles.progress}>
          <progress
            className={`${said.bar} ${styles.bar}`}
            aria-label={words.saving}
            max={saving?.total ?? 1}
            value={saving?.done}
          />
          <Button small onClick={() => own.current?.abort()}>
            {words.cancel}
          </Button>
        </div>
      )}
    </Modal>
  );
}
