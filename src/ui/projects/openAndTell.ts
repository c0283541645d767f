import { runnable } from '../../compile/plan';
import { pictureSize } from '../../data/photos/pictureSize';
import type { Lock } from '../../editor/locks';
import type { Brought } from '../../editor/session';
import { type OpenTrouble, type OpenedFile, type PathFile, openFile, openFolder } from '../../editor/projects/openFile';
import { projectsWords } from '../../i18n/projects';
import { commandTexts } from '../../i18n/commands';
import { trainingWords } from '../../i18n/panels/training';
import { refusedEditText } from '../../i18n/troubles/parseTrouble';
import { importTroubleText, rightWay } from '../../i18n/troubles/importTrouble';
import type { ImportHelp, ImportTrouble } from '../../importers/importer';
import { codeIn, longestNotebook } from '../../importers/kerasCode/text/codeIn';
import { questionIn } from '../../importers/question';
import type { Language } from '../../i18n/words';
import type { Services } from '../services';
import { tellOpened } from './tellOpened';

const photos = {
  label: (language: Language) => commandTexts.photos[language],
  open: (session: Services['session']) => session.open('photos'),
};
const training = {
  label: (language: Language) => trainingWords[language].training,
  open: (session: Services['session']) => session.show('training'),
};
/** Where files that are no models belong. */
const places = {
  sheet: training,
  photos,
  zip: photos,
} as const;

type Opening = Pick<Services, 'projects' | 'session' | 'library' | 'runner' | 'data' | 'editor'>;

const isCode = ({ name }: File) => /\.(py|ipynb|md|markdown|txt)$/i.test(name);

/** Of files that were chosen together the model's: the others are its shards. */
const modelAmong = (files: readonly File[]) =>
  files.find(({ name }) => /\.(json|keras|h5|hdf5|onnx|py|ipynb)$/i.test(name)) ?? files[0];

/**
 * Opens a file, or one with its shards, as a new project, and says what came of it. What is no model goes where it belongs:
 * a table becomes the dataset, a picture is predicted, weights are opened into the model.
 */
export async function openAndTell(files: readonly File[], services: Opening, help: ImportHelp = {}): Promise<void> {
  const { session } = services;
  const file = modelAmong(files);
  if (!file) return;
  const { locks } = session.store.getState();
  const tellLocked = (lock: Lock) =>
    session.notify({ tone: 'info', text: (now) => refusedEditText({ code: 'locked', data: { lock } }, now) });
  if (/\.(py|ipynb)$/i.test(file.name) && locks.includes('code')) return void tellLocked('code');
  const beside = files.filter((other) => other !== file);
  const opened = await shown(file.name, services, (parts) => openFile(file, parts, beside, help));
  if (opened.ok) return tell(opened.value, session);
  const { error } = opened;
  if (error.code === 'cancelled') return;
  if (error.code === 'locked') return void tellLocked(error.data.lock);
  // Whatever is asked, or chosen, another model would open.
  const opens = questionIn(error) !== null || error.code === 'whichModel' || error.code === 'weightsOnly';
  if (opens && locks.includes('templates')) return void tellLocked('templates');
  if (await asked(error, file, files, help, session)) return;
  const way = error.code === 'weightsOnly' ? 'trained' : error.code === 'unknownFile' ? rightWay(error.data) : null;
  if (way === 'data') return learnFrom(file, services);
  if (way === 'trained') return bringTo('trained', files, session);
  if (way === 'photos' && takesPictures(services)) return bringTo('picture', files, session);
  const action = way === null ? null : places[way];
  session.notify({
    tone: 'error',
    text: (now) => projectsWords[now].kept(importTroubleText(error, now)),
    ...(action && { action: { label: action.label, run: () => action.open(session) } }),
  });
}

/** Does what opens a file, and says how far it is: it can be cancelled there. */
async function shown<T>(
  name: string,
  { projects, session, library, runner }: Opening,
  work: (parts: Parameters<typeof openFile>[1]) => Promise<T>,
): Promise<T> {
  const ending = new AbortController();
  session.showOpening({ name, cancel: () => ending.abort() });
  try {
    const { locks } = session.store.getState();
    return await work({ projects, runner, library, locks, signal: ending.signal });
  } finally {
    session.showOpening(null);
  }
}

/** Code that needs an answer or a choice is shown with it; a file that leaves a size open is asked about. */
async function asked(
  error: ImportTrouble,
  file: File,
  files: readonly File[],
  help: ImportHelp,
  session: Services['session'],
): Promise<boolean> {
  const question = questionIn(error);
  const isOpen = error.code === 'whichModel' || error.code === 'code' || error.code === 'noModel';
  if (isCode(file) && file.size <= longestNotebook && (question !== null || isOpen)) {
    session.importCode(codeIn(await file.text()).text);
    return true;
  }
  if (question !== null) session.ask({ files, question, help });
  return question !== null;
}

/** Looks at a table or texts before they are taken as the project's dataset. */
async function learnFrom(file: File, { data, session }: Opening): Promise<void> {
  session.open('table');
  await data.look({ file });
}

function bringTo(to: Brought['to'], files: readonly File[], session: Services['session']): void {
  session.bring({ to, files });
  if (to === 'trained') session.open('openModel');
  else session.show('prediction');
}

function takesPictures({ editor }: Opening): boolean {
  const { plan } = editor.store.getState();
  return runnable(plan) && pictureSize(plan.shapes[plan.inputs[0] ?? '']) !== null;
}

/** Opens the project in a folder or a zip, and says what came of it; false where there is none. */
export async function openFolderAndTell(files: readonly PathFile[], services: Opening): Promise<boolean> {
  const { session } = services;
  const opened = await shown(files[0]?.path ?? '', services, (parts) => openFolder(files, parts));
  if (opened === null) return false;
  if (opened.ok) tell(opened.value, session);
  else tellUnopened(opened.error, session);
  return true;
}

function tell({ withoutWeights, ...opened }: OpenedFile, session: Services['session']) {
  tellOpened(opened, session, withoutWeights);
}

/** Says why nothing opened; nothing where it was cancelled. */
function tellUnopened(error: OpenTrouble, session: Services['session']) {
  if (error.code === 'locked') session.notify({ tone: 'info', text: (now) => refusedEditText(error, now) });
  else if (error.code !== 'cancelled')
    session.notify({ tone: 'error', text: (now) => projectsWords[now].kept(importTroubleText(error, now)) });
}
