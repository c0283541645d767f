import { useEffect } from 'react';
import { useStore } from 'zustand';
import { shellWords } from '../../i18n/shell';
import { useLanguage, useServices, useWords } from '../services';

/**
 * Says when changes are not being saved, and why: no storage, a full one, or the project is open in another tab or was
 * deleted there; and which saved project could not be opened.
 */
export function useStorageNotices(): void {
  const { projects, session } = useServices();
  const words = useWords(shellWords);
  const failure = useStore(projects.store, (state) => state.failure);
  const unread = useStore(projects.store, (state) => state.unread);
  const language = useLanguage();
  const elsewhere = useStore(projects.store, (state) => state.elsewhere);
  const deleted = useStore(projects.store, (state) => state.deleted);

  useEffect(() => {
    if (failure === null) return;
    const texts = { full: words.storageFull, unavailable: words.storageUnavailable, newer: words.storageNewer };
    const action = { label: words.showProjects, run: () => session.open('projects') };
    const id = session.notify({ tone: 'error', text: texts[failure], ...(failure === 'full' ? { action } : {}) });
    return () => session.dismiss(id);
  }, [failure, words, session]);

  useEffect(() => {
    const [first, ...more] = unread;
    if (first === undefined) return;
    const told: number[] = [];
    const gone = new AbortController();
    const say = async () => {
      const { projectTroubleText } = await import('../../i18n/troubles/projectTrouble');
      if (gone.signal.aborted) return;
      const title = first.title === '' ? words.untitled : first.title;
      const one = words.unread(title, projectTroubleText(first.trouble, language));
      const action = { label: words.showProjects, run: () => session.open('projects') };
      const text = more.length === 0 ? one : words.moreUnread(unread.length);
      told.push(session.notify({ tone: 'error', text, action }));
    };
    void say();
    return () => {
      gone.abort();
      for (const id of told) session.dismiss(id);
    };
  }, [unread, language, words, session]);

  useEffect(() => {
    if (!elsewhere || deleted) return;
    const action = { label: words.asCopy, run: () => void projects.takeOver('copy') };
    const id = session.notify({ tone: 'warning', text: words.elsewhere, action });
    return () => session.dismiss(id);
  }, [elsewhere, deleted, words, session, projects]);

  useEffect(() => {
    if (!deleted) return;
    const action = { label: words.keep, run: () => void projects.takeOver('copy') };
    const id = session.notify({ tone: 'warning', text: words.deleted, action });
    return () => session.dismiss(id);
  }, [deleted, words, session, projects]);
}
