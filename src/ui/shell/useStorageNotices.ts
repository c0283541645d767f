import { useEffect } from 'react';
import { useStore } from 'zustand';
import { shellWords } from '../../i18n/shell';
import { useLanguage, useServices, useWords } from '../services';

/** Says when changes are not being saved, and why: no storage, a full one, or the project is open in another tab. */
export function useStorageNotices(): void {
  const { projects, session } = useServices();
  const words = useWords(shellWords);
  const failure = useStore(projects.store, (state) => state.failure);
  const unreadable = useStore(projects.store, (state) => state.unreadable);
  const language = useLanguage();
  const elsewhere = useStore(projects.store, (state) => state.elsewhere);

  useEffect(() => {
    if (failure === null) return;
    const text = failure === 'full' ? words.storageFull : words.storageUnavailable;
    const id = session.notify({ tone: 'error', text });
    return () => session.dismiss(id);
  }, [failure, words, session]);

  useEffect(() => {
    if (unreadable === null) return;
    const say = async () => {
      const { parseTroubleText } = await import('../../i18n/troubles/parseTrouble');
      session.notify({ tone: 'error', text: words.unreadable(parseTroubleText(unreadable, language)) });
    };
    void say();
  }, [unreadable, language, words, session]);

  useEffect(() => {
    if (!elsewhere) return;
    const action = { label: words.asCopy, run: () => void projects.takeOver('copy') };
    const id = session.notify({ tone: 'warning', text: words.elsewhere, action });
    return () => session.dismiss(id);
  }, [elsewhere, words, session, projects]);
}
