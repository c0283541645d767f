import type { StartTrouble } from '../../editor/opening/start';
import type { SessionStore } from '../../editor/session';

type Told = Pick<SessionStore, 'store' | 'notify'>;

/**
 * Says why the page's address could not be followed and what it locks, and takes it back: a reload opens the project,
 * not the template or the link again; what is locked stays so.
 */
export async function tellStart(troubles: readonly StartTrouble[], session: Told): Promise<void> {
  if (troubles.length > 0) {
    const { startTroubleText } = await import('../../i18n/troubles/start');
    session.notify({
      tone: 'error',
      text: (language) => troubles.map((trouble) => startTroubleText(trouble, language)).join(' '),
    });
  }
  const { locks } = session.store.getState();
  if (locks.length > 0) {
    const { lockedText } = await import('../../i18n/troubles/parseTrouble');
    session.notify({ tone: 'info', text: (language) => lockedText(locks, language) });
  }
  if (location.search === '' && location.hash === '') return;
  const kept = locks.length === 0 ? '' : `?lock=${locks.join(',')}`;
  // By its whole address: a path of two slashes would be a host.
  history.replaceState(history.state, '', location.origin + location.pathname + kept);
}
