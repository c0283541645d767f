import { useStore } from 'zustand';
import { engineErrorText } from '../../i18n/engineErrors';
import { downloadText, pretrainedWords } from '../../i18n/pretrained';
import { shellWords } from '../../i18n/shell';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../shell/Button';
import styles from './Pretrained.module.css';

/** What went wrong last, until it is put away or tried again. */
export function TroubleText() {
  const { pretrained } = useServices();
  const words = useWords(pretrainedWords);
  const { close } = useWords(shellWords);
  const language = useLanguage();
  const trouble = useStore(pretrained.store, (state) => state.trouble);
  return (
    <div role="alert">
      {trouble && (
        <p className={styles.trouble}>
          {trouble.code === 'failed'
            ? words.failed(trouble.detail)
            : trouble.code === 'unfit'
              ? engineErrorText(trouble.error, language)
              : downloadText(trouble, language)}
          <Button small tone="quiet" icon="close" aria-label={close} onClick={pretrained.dismiss} />
        </p>
      )}
    </div>
  );
}
