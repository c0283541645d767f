import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { Notice, Opening } from '../../editor/session';
import { shellWords } from '../../i18n/shell';
import { worded } from '../../editor/worded';
import { useLanguage, useServices, useWords } from '../services';
import { Button } from '../kit/Button';
import { type LoadPart, Part } from '../kit/Part';
import styles from './Notices.module.css';

/** Milliseconds that a message stays; trouble stays until it is dismissed. */
const stay: Readonly<Record<Notice['tone'], number>> = { info: 6_000, success: 6_000, warning: 0, error: 0 };

/** Most files open in a moment, and need none. */
const openingNotice: LoadPart<{ readonly opening: Opening }> = () => import('./OpeningNotice');

/** Short messages in the corner, each said aloud; errors at once. */
export function Notices() {
  const { session } = useServices();
  const words = useWords(shellWords);
  const notices = useStore(session.store, (state) => state.notices);
  const opening = useStore(session.store, (state) => state.opening);
  return (
    <section className={styles.list} aria-label={words.notices}>
      <div aria-live="polite">
        {notices.map((notice) => (
          <Message key={notice.id} notice={notice} />
        ))}
        {opening && <Part key={opening.name} load={openingNotice} props={{ opening }} />}
      </div>
    </section>
  );
}

function Message({ notice }: { readonly notice: Notice }) {
  const { session } = useServices();
  const words = useWords(shellWords);
  const language = useLanguage();
  const { id, tone, text, action } = notice;
  useEffect(() => {
    if (stay[tone] === 0) return;
    const timer = setTimeout(() => session.dismiss(id), action ? 2 * stay[tone] : stay[tone]);
    return () => clearTimeout(timer);
  }, [id, tone, action, session]);
  return (
    <div className={styles.notice} data-tone={tone} {...(tone === 'error' ? { role: 'alert' } : {})}>
      <p>{worded(text, language)}</p>
      {action && (
        <Button
          small
          onClick={() => {
            session.dismiss(id);
            action.run();
          }}
        >
          {worded(action.label, language)}
        </Button>
      )}
      <Button small tone="quiet" icon="close" aria-label={words.dismiss} onClick={() => session.dismiss(id)} />
    </div>
  );
}
