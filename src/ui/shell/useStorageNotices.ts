import { useEffect, useMemo } from 'react';
import { useStore } from 'zustand';
import { useLanguage, useServices } from '../services';
import type { StorageNews } from './storageNotices';

/** What words them comes with the first, and ahead of it while the server answers. */
export const loadStorageNotices = () => import('./storageNotices');

/**
 * Says when changes are not being saved, and why: no storage, a full one, or the project is open in another tab or was
 * deleted there; which saved project could not be opened, and that what its model had learned is gone.
 */
export function useStorageNotices(): void {
  const { projects, runner } = useServices();
  const failure = useStore(projects.store, (state) => state.failure);
  const unread = useStore(projects.store, (state) => state.unread);
  const elsewhere = useStore(projects.store, (state) => state.elsewhere);
  const deleted = useStore(projects.store, (state) => state.deleted);
  useNotice(useMemo(() => (failure === null ? null : { kind: 'failure', failure }), [failure]));
  useNotice(
    useMemo(() => {
      const [first, ...more] = unread;
      return first === undefined ? null : { kind: 'unread', unread: [first, ...more] };
    }, [unread]),
  );
  useNotice(useMemo(() => (elsewhere && !deleted ? { kind: 'elsewhere' } : null), [elsewhere, deleted]));
  const error = useStore(runner.store, (state) => state.error);
  const lost = error?.code === 'weightsDamaged' || error?.code === 'startGone' ? error : null;
  useNotice(useMemo(() => (lost === null ? null : { kind: 'weights', error: lost }), [lost]));
  useNotice(useMemo(() => (deleted ? { kind: 'deleted' } : null), [deleted]));
}

/** Says it as long as it is so. */
function useNotice(news: StorageNews | null): void {
  const { projects, session } = useServices();
  const language = useLanguage();
  useEffect(() => {
    if (news === null) return;
    let dismiss: (() => void) | null = () => undefined;
    const say = async () => {
      const { storageNotice } = await loadStorageNotices();
      if (dismiss === null) return;
      const id = session.notify(storageNotice(news, { projects, session }, language));
      dismiss = () => session.dismiss(id);
    };
    void say();
    return () => {
      dismiss?.();
      dismiss = null;
    };
  }, [news, language, projects, session]);
}
