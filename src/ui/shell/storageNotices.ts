import type { Projects, ProjectsState } from '../../editor/projects/projects';
import type { UnreadProject } from '../../editor/projects/projectTrouble';
import type { Notice, SessionStore } from '../../editor/session';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { storageWords } from '../../i18n/troubles/storageNotices';
import { projectTroubleText } from '../../i18n/troubles/projectTrouble';
import type { Language } from '../../i18n/words';

/** Something about what is kept that a person must know. */
export type StorageNews =
  | { readonly kind: 'failure'; readonly failure: NonNullable<ProjectsState['failure']> }
  | { readonly kind: 'unread'; readonly unread: readonly [UnreadProject, ...UnreadProject[]] }
  | { readonly kind: 'weights'; readonly error: EngineTrouble }
  | { readonly kind: 'elsewhere' }
  | { readonly kind: 'deleted' };

interface Services {
  readonly projects: Pick<Projects, 'takeOver'>;
  readonly session: Pick<SessionStore, 'open'>;
}

/** The message, with what can be done. */
export function storageNotice(
  news: StorageNews,
  { projects, session }: Services,
  language: Language,
): Omit<Notice, 'id'> {
  const words = storageWords[language];
  const list = { label: words.showProjects, run: () => session.open('projects') };
  const copy = (label: string) => ({ label, run: () => void projects.takeOver('copy') });
  switch (news.kind) {
    case 'failure': {
      const texts = { full: words.storageFull, unavailable: words.storageUnavailable, newer: words.storageNewer };
      const text = texts[news.failure];
      return { tone: 'error', text, ...(news.failure === 'full' ? { action: list } : {}) };
    }
    case 'unread': {
      const [{ title, trouble }, ...more] = news.unread;
      const one = words.unread(title === '' ? words.untitled : title, projectTroubleText(trouble, language));
      return { tone: 'error', text: more.length === 0 ? one : words.moreUnread(news.unread.length), action: list };
    }
    case 'weights':
      return { tone: 'warning', text: engineTroubleText(news.error, language) };
    case 'elsewhere':
      return { tone: 'warning', text: words.elsewhere, action: copy(words.asCopy) };
    case 'deleted':
      return { tone: 'warning', text: words.deleted, action: copy(words.keep) };
  }
}
