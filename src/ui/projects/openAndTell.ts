import { openFile } from '../../editor/projects/openFile';
import { projectsWords } from '../../i18n/projects';
import { importTroubleText, importNotes } from '../../i18n/troubles/importTrouble';
import type { Language } from '../../i18n/words';
import type { Services } from '../services';

/** Opens a file as a new project, and says what came of it. */
export async function openAndTell(
  file: File,
  { projects, session, library }: Pick<Services, 'projects' | 'session' | 'library'>,
  language: Language,
): Promise<void> {
  const words = projectsWords[language];
  const opened = await openFile(file, projects, library);
  if (!opened.ok) {
    session.notify({ tone: 'error', text: words.kept(importTroubleText(opened.error, language)) });
    return;
  }
  const { document, report } = opened.value;
  const notes = importNotes(report, language);
  const tone = notes.length === 0 ? 'success' : 'warning';
  session.notify({ tone, text: [words.opened(document.title), ...notes].join(' ') });
}
