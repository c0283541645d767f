import { createStore } from 'zustand/vanilla';
import type { Result } from '../../document/result';
import type { Training } from '../../document/training';
import type { Engine } from '../../engine/client';
import { engineTroubleOf } from '../../engine/protocol/engineError';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { Subject } from '../../engine/protocol/model';
import type { Sample } from '../../engine/protocol/samples';
import type { PreferencesStore } from '../preferences';
import type { Editor } from '../store';
import { afterEvent, ofRun } from './runnerEvents';
import { type Runner, type RunnerState, idle } from './runnerState';
import { preparationOf, told, transferRunner } from './runnerTransfer';

export type { Phase, Runner, RunnerState } from './runnerState';

interface Parts {
  readonly editor: Pick<Editor, 'store'>;
  readonly engine: Engine;
  readonly preferences: PreferencesStore;
}

/** Milliseconds without an edit before the worker is asked what it has for the model. */
const quiet = 150;

export function createRunner({ editor, engine, preferences }: Parts): Runner {
  const store = createStore<RunnerState>(() => idle);
  const training = () => editor.store.getState().document.training as Training;
  const busy = () => store.getState().phase !== 'idle';
  let project = '';
  /** The model in training, which the canvas may have left behind. */
  let inTraining: Subject | null = null;
  const onCanvas = (): Subject => ({ project, plan: editor.store.getState().plan, seed: training().seed });
  const about = () => inTraining ?? onCanvas();
  const preparation = () => preparationOf(about().plan, training());

  const asked = (sample: Sample) => {
    const own = about();
    return { about: own, sample, layers: own.plan.steps.map(({ name }) => name), preparation: preparation() };
  };

  const attempt = async <T>(work: () => Promise<T>): Promise<Result<T, EngineTrouble>> => {
    const answer = await told(work());
    if (!answer.ok && answer.error.code !== 'cancelled') store.setState({ error: answer.error });
    return answer;
  };
  /** Asks what the worker has for the model on the canvas. */
  const look = () =>
    attempt(async () => {
      const own = onCanvas();
      const model = await engine.request({ type: 'model', about: own });
      if (own.project === project && own.plan === onCanvas().plan) store.setState({ model });
    });
  const showRuns = async () => {
    const own = project;
    const runs = await engine.request({ type: 'runs', project });
    if (project === own) store.setState({ runs });
  };

  engine.subscribe((event) => {
    // A run of a project that was left goes on for a moment.
    if (inTraining !== null || !ofRun.has(event.type)) store.setState(afterEvent(store.getState(), event));
  });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  editor.store.subscribe((state, before) => {
    if (state.plan === before.plan || store.getState().model === null) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void look(), quiet);
  });

  const begin = (resume: boolean) =>
    attempt(async () => {
      if (busy()) return;
      const own = onCanvas();
      inTraining = own;
      store.setState({ phase: 'loading', error: null, progress: null, cut: null, ...(resume ? {} : { run: null }) });
      try {
        const run = await engine.request({ type: 'train', about: own, training: training(), resume });
        if (inTraining === own) store.setState({ run });
      } finally {
        if (inTraining === own) {
          inTraining = null;
          await look();
          store.setState({ phase: 'idle', loading: null, decoding: null, features: null });
        }
        await showRuns();
      }
    });

  return {
    ...transferRunner({
      engine,
      attempt,
      about,
      document: () => editor.store.getState().document,
      preparation,
      look,
      settled: () => store.setState({ loading: null, many: null, saving: null }),
    }),
    store,
    train: () => begin(false),
    continueTraining: () => begin(true),
    pause: () => attempt(async () => void (await engine.request({ type: 'pause' }))),
    resume: () => attempt(async () => void (await engine.request({ type: 'resume' }))),
    stop: () =>
      attempt(async () => {
        if (!busy() && store.getState().loading === null) return;
        if (busy()) store.setState({ phase: 'stopping' });
        await engine.request({ type: 'stop' });
      }),
    predict: (sample) =>
      attempt(async () => {
        store.setState({ sample, predicting: true });
        try {
          const prediction = await engine.request({ type: 'predict', ...asked(sample) });
          if (store.getState().sample === sample) store.setState({ prediction });
          return prediction;
        } finally {
          if (store.getState().sample === sample) store.setState({ predicting: false });
        }
      }),
    probe: (sample) => told(engine.request({ type: 'probe', ...asked(sample) })),
    clearPrediction: () => store.setState({ sample: null, prediction: null, predicting: false }),
    useBackend: (name) =>
      attempt(async () => {
        await engine.request({ type: 'backend', force: name });
        // Remembered only now: the next page would begin with one that does not start.
        preferences.setState({ backend: name });
      }),
    weights: () =>
      attempt(async () => {
        const own = onCanvas();
        const state = await engine.request({ type: 'model', about: own });
        return state.weights === 'drawn' ? null : engine.request({ type: 'weights', about: own });
      }),
    forgetRun: (id) =>
      attempt(async () => {
        await engine.request({ type: 'forget', project, run: id });
        await showRuns();
      }),
    sweep: (gone) =>
      attempt(async () => {
        for (const each of await gone(await engine.request({ type: 'kept' }))) {
          await engine.request({ type: 'forget', project: each, run: null });
        }
      }),
    openProject: (id) =>
      attempt(async () => {
        const stopping = busy();
        // At once: whatever is asked from now on is about this project.
        project = id;
        inTraining = null;
        const { backend } = store.getState();
        store.setState({ ...idle, backend });
        if (stopping) await engine.request({ type: 'stop' });
        try {
          await engine.request({ type: 'backend', force: preferences.getState().backend });
        } catch (error) {
          const trouble = engineTroubleOf(error);
          if (trouble.code !== 'backendUnavailable') throw error;
          // One that was remembered may be gone since: whichever works is taken, and it is said.
          preferences.setState({ backend: 'auto' });
          await engine.request({ type: 'backend', force: 'auto' });
          if (project === id) store.setState({ error: trouble });
        }
        await showRuns();
        const [latest] = store.getState().runs;
        if (project !== id) return;
        if (latest !== undefined) {
          store.setState({ run: latest });
          await engine.request({ type: 'load', about: onCanvas(), weights: null }).finally(look);
        } else await look();
      }),
    dismissError: () => store.setState({ error: null }),
  };
}
