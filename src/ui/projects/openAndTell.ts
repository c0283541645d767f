import { type OpenedFile, type PathFile, openFile, openFolder } from '../../editor/projects/openFile';
import { projectsWords } from '../../i18n/projects';
import { commandTexts } from '../../i18n/commands';
import { trainingWords } from '../../i18n/panels/training';
import { engineTroubleText } from '../../i18n/troubles/engineTrouble';
import { importNotes } from '../../i18n/imports/importNotes';
import { importTroubleText, rightWay } from '../../i18n/troubles/importTrouble';
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

type Opening = Pick<Services, 'projects' | 'session' | 'library' | 'runner'>;

/** Of files that were chosen together the model's: the others are its shards. */
const modelAmong = (files: readonly File[]) =>
  files.find(({ name }) => /\.(json|keras|h5|hdf5|py|ipynb)$/i.test(name)) ?? files[0];

/** Opens a file, or one with its shards, as a new project, and says what came of it. */
export async function openAndTell(
  files: readonly File[],
  { projects, session, library, runner }: Opening,
  language: Language,
): Promise<void> {
  const words = projectsWords[language];
  const file = modelAmong(files);
  if (!file) return;
  const beside = files.filter((other) => other !== file);
  const opened = await openFile(file, { projects, runner, library }, beside);
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
  tell(opened.value, session, language);
}

/** Opens the project in a folder or a zip, and says what came of it; false where there is none. */
export async function openFolderAndTell(
  files: readonly PathFile[],
  { projects, session, library, runner }: Opening,
  language: Language,
): Promise<boolean> {
  const opened = await openFolder(files, { projects, runner, library });
  if (opened === null) return false;
  if (opened.ok) tell(opened.value, session, language);
  else {
    const text = projectsWords[language].kept(importTroubleText(opened.error, language));
    session.notify({ tone: 'error', text });
  }
  return true;
}

function tell({ document, report, withoutWeights }: OpenedFile, session: Services['session'], language: Language) {
  const words = projectsWords[language];
  const failed = withoutWeights === null ? [] : [engineTroubleText(withoutWeights, language)];
  const notes = [...failed, ...importNotes(report, language)];
  const tone = notes.length === 0 ? 'success' : 'warning';
  session.notify({ tone, text: [words.opened(document.title), ...notes].join(' ') });
}
