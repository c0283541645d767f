import { flushSync } from 'react-dom';
import { createRoot } from 'react-dom/client';
import digits from '../templates/digits';
import { library } from '../templates/library';
import { createPhotosClient } from './data/photos/photosClient';
import { openPhotoStorage } from './data/photos/photoStorage';
import { emptyDocument } from './document/document';
import { createBrowserProjects } from './editor/projects/browserProjects';
import { createClipboard } from './editor/commands/clipboard';
import type { CommandId } from './editor/commands/commandId';
import { createCommands } from './editor/commands/commands';
import { createBrowserOwnData } from './editor/own/browserOwnData';
import { createPhotos } from './editor/own/photos';
import { createPreferences } from './editor/preferences';
import { createPretrained, loadPretrainedWork } from './editor/own/pretrained';
import { createRunner } from './editor/run/runner';
import { createSession } from './editor/session';
import { startProjects } from './editor/opening/start';
import { createEditor } from './editor/store';
import { createEngine } from './engine/client';
import { shellWords } from './i18n/shell';
import { loadOpening } from './ui/projects/useDocumentFiles';
import { firstPaint } from './ui/kit/part/firstPaint';
import { fetchAhead } from './ui/shell/fetchAhead';
import { Page } from './ui/shell/Page';
import { showTheme } from './ui/shell/showTheme';
import { tellStart } from './ui/shell/tellStart';
import { loadStorageNotices } from './ui/shell/useStorageNotices';
import './ui/theme.css';

const loadCache = () => import('./pretrained/storage/cache');
const loadTemplates = () => import('../templates/index').then(({ templates }) => templates);
const loadUnexpected = () => import('./i18n/troubles/unexpected');
const loadLook = () => import('./editor/own/checkWeights');

const preferences = createPreferences();
const session = createSession();
const editor = createEditor(emptyDocument(''), library, {
  async refused(why) {
    const { refusedEditText } = await import('./i18n/troubles/parseTrouble');
    const tone = why.code === 'locked' ? 'info' : 'error';
    session.notify({ tone, text: (language) => refusedEditText(why, language) });
  },
  locks: () => session.store.getState().locks,
});
const projects = createBrowserProjects(editor, async (from, to) => {
  const { copyPhotos } = await import('./editor/own/copyPhotos');
  await runner.copyProject(from, to);
  await data.copyProject(from, to);
  if (photos.store.getState().project === from) await copyPhotos(photoStorage, photos.store.getState().sets, from, to);
});
const engine = createEngine({ backend: () => preferences.getState().backend });
const runner = createRunner({ editor, engine, preferences });
const data = createBrowserOwnData();
const photoStorage = openPhotoStorage();
const photos = createPhotos({
  storage: photoStorage,
  client: createPhotosClient(),
  ...('locks' in navigator ? { locks: navigator.locks } : {}),
});
const pretrained = createPretrained({
  cache: async () => (await loadCache()).browserCache(),
  origin: location.origin,
  look: async (entry, files) => (await loadLook()).checkWeights({ engine, library }, entry, files),
  ...('locks' in navigator ? { locks: navigator.locks } : {}),
});
// Weights can be chosen and files opened without the server, too.
fetchAhead([loadUnexpected, loadCache, loadLook, loadTemplates, loadPretrainedWork, loadOpening, loadStorageNotices]);
const clipboard = createClipboard(navigator.clipboard);
const tell = async (error: unknown, command?: CommandId) => {
  const { unexpectedText } = await loadUnexpected();
  session.notify({ tone: 'error', text: (language) => unexpectedText(error, language, command) });
};
const commands = createCommands({
  editor,
  session,
  preferences,
  projects,
  runner,
  library,
  clipboard,
  untitled: () => shellWords[preferences.getState().language].untitled,
  failed: (id, error) => void tell(error, id),
  async refused(why) {
    const { editTroubleText } = await import('./i18n/troubles/parseTrouble');
    session.notify({ tone: 'info', text: (language) => editTroubleText(why, language) });
  },
});
// What nobody waits for still answers when it fails.
addEventListener('unhandledrejection', ({ reason }) => void tell(reason));

/** The engine keeps weights and runs by project. */
async function openKept(project: string): Promise<void> {
  // The worker's start would take the time from the first picture.
  await firstPaint();
  void runner.openProject(project);
  void data.openProject(project);
  void photos.openProject(project);
}
projects.store.subscribe(({ current }, before) => {
  if (current !== null && current !== before.current) void openKept(current);
});

function show(): void {
  // Before anything is laid out: colours would otherwise change while the page is first seen.
  showTheme(preferences.getState().theme)();
  const services = {
    editor,
    session,
    preferences,
    projects,
    runner,
    data,
    photos,
    pretrained,
    commands,
    library,
    loadTemplates,
  };
  const root = createRoot(document.getElementById('root')!);
  // With its effects, by which React Flow takes over the model: the first picture has it.
  flushSync(() => root.render(<Page services={services} />));
}

// In a function: parts that are fetched meanwhile may import this one, and would wait for ever for a module that awaits them.
async function start(): Promise<void> {
  const { language } = preferences.getState();
  const first = { first: digits, load: loadTemplates, session, library, language, onShown: show };
  const trouble = await startProjects(projects, location, first);
  void runner.sweep(projects.gone);
  await tellStart(trouble, session);
}

void start();

// What a browser refuses here (a private window, a rule of the host) is no trouble: all works, with the network.
if (import.meta.env.PROD && 'serviceWorker' in navigator)
  void firstPaint()
    .then(() => import('./ui/shell/offline/keepPage'))
    .then(({ keepPage }) => keepPage({ session, preferences, projects }))
    .catch((error: unknown) => console.info('DeepBrick is not kept for use without a network.', error));
