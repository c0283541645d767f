import { useMemo } from 'react';
import { shareFragment } from '../../formats/shareLink';
import { projectsWords } from '../../i18n/projects';
import { useEditor, useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { useCopy } from '../kit/useCopy';
import { Modal } from '../kit/Modal';
import { countText } from '../../i18n/numbers';
import styles from './Projects.module.css';

/** Mail and chat programs often cut links that are longer, in characters. */
const risky = 8_000;

/** A link with the whole document inside. */
export default function ShareDialog() {
  const { session } = useServices();
  const words = useWords(projectsWords);
  const language = useLanguage();
  const document = useEditor((state) => state.document);
  const link = useMemo(() => `${location.origin}${location.pathname}${shareFragment(document)}`, [document]);
  const copy = useCopy(words);
  return (
    <Modal title={words.share} about={words.shareAbout}>
      <textarea
        className={styles.link}
        readOnly
        aria-label={words.link}
        value={link}
        onFocus={({ currentTarget }) => currentTarget.select()}
      />
      {link.length > risky && <p className={styles.note}>{words.long}</p>}
      <div className={styles.foot}>
        <span>{words.length(countText(link.length, language))}</span>
        <Button
          tone="primary"
          icon="link"
          onClick={() => void copy(link).then((copied) => copied && session.open(null))}
        >
          {words.copy}
        </Button>
      </div>
    </Modal>
  );
}
