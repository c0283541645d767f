import { openFile } from '../../editor/projects/openFile';
import { projectsWords } from '../../i18n/projects';
import { commandTexts } from '../../i18n/commands';
import { trainingWords } from '../../i18n/panels/training';
import { importTroubleText, importNotes, rightWay } from '../../i18n/troubles/importTrouble';
import type { Language } from '../../i18n/words';
import type { Services } from '../services';

const dialog = (id: 'photos' | 'openModel') => ({
  label: (language: Language) => commandTexts[id][language],
  open: (session: Services['session']) => session.open(id),
});
const training = {
  label: (language: Language) => trainingWords[language].training,
  open: (session: Services['session']) => session.show('training'),
};
/** Where files that are no models belong. */
const places = {
  data: training,
  sheet: training,
  photos: dialog('photos'),
  zip: dialog('photos'),
  trained: dialog('openModel'),
} as const;

/** Opens a file as a new project, and says what came of it. */
export async function openAndTell(
  file: File,
  { projects, session, library }: Pick<Services, 'projects' | 'session' | 'library'>,
  language: Language,
): Promise<void> {
  const words = projectsWords[language];
  const opened = await openFile(file, projects, library);
  if (!opened.ok) {
    const way = opened.error.code === 'unknownFile' ? rightWay(opened.error.data) : null;
    const action = way === null ? null : places[way];
    session.notify({
      tone: 'error',
      text: words.kept(importTroubleText(opened.error, language)),
      ...(action && { action: { label: action.label(language), run: () => action.open(session) } }),
    });
    return;
  }
  const { document, report } = opened.value;
  const notes = importNotes(report, language);
  const tone = notes.length === 0 ? 'success' : 'warning';
  session.notify({ tone, text: [words.opened(document.title), ...notes].join(' ') });
}
