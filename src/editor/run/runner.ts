import { createStore } from 'zustand/vanilla';
import { fingerprint } from '../../compile/fingerprint';
import type { Plan } from '../../compile/plan';
import type { Training } from '../../document/training';
import type { Engine } from '../../engine/client';
import { errorOf } from '../../engine/protocol/failure';
import type { Run } from '../../engine/protocol/run';
import type { WeightData } from '../../engine/protocol/weights';
import { heldModel } from './heldModel';
import type { PreferencesStore } from '../preferences';
import { afterEvent } from './runnerEvents';
import { type Runner, type RunnerState, idle } from './runnerState';
import { preparationOf, transferRunner } from './runnerTransfer';
import type { Editor } from '../store';

export type { Phase, Runner, RunnerState } from './runnerState';

interface Parts {
  readonly editor: Pick<Editor, 'store'>;
  readonly engine: Engine;
  readonly preferences: PreferencesStore;
}

const pretrained = ({ steps, weightsFrom }: Plan) =>
  weightsFrom !== undefined || steps.some((step) => step.weightsFrom !== undefined);

export function createRunner({ editor, engine, preferences }: Parts): Runner {
  const store = createStore<RunnerState>(() => idle);
  const plan = () => editor.store.getState().plan;
  const training = () => editor.store.getState().document.training as Training;
  const busy = () => store.getState().phase !== 'idle';
  let project = '';
  /** The last run whose weights exist, and the model they belong to. */
  let trained: { run: Run; fingerprint: string } | null = null;
  let expected = 0;

  const attempt = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (thrown) {
      const error = errorOf(thrown);
      if (error.code !== 'cancelled') store.setState({ error });
    }
  };
  const showResumable = () => {
    const fits = trained !== null && fingerprint(plan()) === trained.fingerprint;
    const resumable = fits ? trained!.run : null;
    if (store.getState().resumable !== resumable) store.setState({ resumable });
  };
  const model = heldModel({
    engine,
    backend: () => preferences.getState().backend,
    project: () => project,
    plan,
    seed: () => training().seed,
    restored(run, print) {
      trained = { run, fingerprint: print };
      showResumable();
    },
  });

  const showRuns = async () => {
    const own = project;
    const runs = await engine.request({ type: 'runs', project });
    if (project === own) store.setState({ runs });
  };

  engine.subscribe((event) => store.setState(afterEvent(store.getState(), event, expected)));
  let waiting: ReturnType<typeof setTimeout> | undefined;
  editor.store.subscribe((state, before) => {
    if (state.plan === before.plan || trained === null) return;
    clearTimeout(waiting);
    waiting = setTimeout(showResumable, 150);
  });

  const begin = (resume: boolean) =>
    attempt(async () => {
      if (busy()) return;
      const own = project;
      store.setState({ phase: 'loading', error: null, progress: null, cut: null, ...(resume ? {} : { run: null }) });
      try {
        await model.ensure();
        const goesOn = resume && store.getState().resumable !== null;
        expected = (goesOn ? store.getState().resumable!.epochs.length : 0) + training().epochs;
        const print = fingerprint(plan());
        const run = await engine.request({ type: 'train', training: training(), resume: goesOn });
        if (project === own) {
          trained = { run, fingerprint: print };
          store.setState({ run });
        }
      } catch (error) {
        // It may have no model any more: the next request loads one.
        model.forget();
        throw error;
      } finally {
        store.setState({ phase: 'idle', loading: null, decoding: null, features: null });
        showResumable();
        await showRuns();
      }
    });

  return {
    ...transferRunner({
      engine,
      attempt,
      ensureModel: async () => (busy() ? undefined : model.ensure()),
      preparation: () => preparationOf(plan(), training()),
      imported() {
        store.setState({ imported: fingerprint(plan()) });
        trained = null;
        showResumable();
      },
      settled: () => store.setState({ loading: null, many: null }),
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
          if (!busy()) await model.ensure();
          const layers = plan().steps.map(({ name }) => name);
          const preparation = preparationOf(plan(), training());
          const prediction = await engine.request({ type: 'predict', sample, layers, preparation });
          if (store.getState().sample === sample) store.setState({ prediction });
        } finally {
          if (store.getState().sample === sample) store.setState({ predicting: false });
        }
      }),
    clearPrediction: () => store.setState({ sample: null, prediction: null, predicting: false }),
    useBackend: (name) =>
      attempt(async () => {
        const before = preferences.getState().backend;
        preferences.setState({ backend: name });
        try {
          await engine.request({ type: 'backend', force: name });
        } catch (error) {
          preferences.setState({ backend: before });
          throw error;
        }
      }),
    async weights() {
      let weights: WeightData | null = null;
      await attempt(async () => {
        const print = fingerprint(plan());
        if (trained?.fingerprint !== print && store.getState().imported !== print && !pretrained(plan())) return;
        if (!busy()) await model.ensure();
        weights = await engine.request({ type: 'weights' });
      });
      return weights;
    },
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
        if (busy()) await engine.request({ type: 'stop' });
        project = id;
        trained = null;
        const { backend } = store.getState();
        store.setState({ ...idle, backend });
        await model.ensureBackend();
        await showRuns();
        const imported = await engine.request({ type: 'imported', project: id });
        if (project === id && imported !== null) store.setState({ imported });
        const [latest] = store.getState().runs;
        if (project !== id || latest === undefined) return;
        store.setState({ run: latest });
        await model.ensure();
      }),
    dismissError: () => store.setState({ error: null }),
  };
}
