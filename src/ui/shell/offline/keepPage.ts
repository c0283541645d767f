import type { PreferencesStore } from '../../../editor/preferences';
import type { Projects } from '../../../editor/projects/projects';
import type { SessionStore } from '../../../editor/session';
import { offlineWords } from '../../../i18n/panels/offline';
import { startOffline } from '../../../offline/offline';

interface Services {
  readonly session: SessionStore;
  readonly preferences: PreferencesStore;
  readonly projects: Projects;
}

/** Keeps the page for use without a network, and says so; offers newer ones. */
export function keepPage({ session, preferences, projects }: Services): Promise<void> {
  const words = () => offlineWords[preferences.getState().language];
  return startOffline({
    saved: () =>
      new Promise((resolve) => {
        const done = () => projects.store.getState().saving !== 'saving';
        if (done()) return resolve();
        const end = projects.store.subscribe(() => {
          if (!done()) return;
          end();
          resolve();
        });
      }),
    kept: () => session.notify({ tone: 'success', text: words().kept }),
    offer: (run) => session.notify({ tone: 'info', text: words().newer, action: { label: words().load, run } }),
  });
}
