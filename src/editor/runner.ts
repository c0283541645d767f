import { createStore } from 'zustand/vanilla';
import { fingerprint } from '../compile/fingerprint';
import type { Plan } from '../compile/plan';
import type { Training } from '../document/training';
import type { Engine } from '../engine/client';
import { flatPlan } from '../engine/flatPlan';
import { errorOf } from '../engine/failure';
import type { Run, WeightData } from '../engine/protocol';
import type { PreferencesStore } from './preferences';
import { afterEvent } from './runnerEvents';
import { type Runner, type RunnerState, idle } from './runnerState';
import { preparationOf, transferRunner } from './runnerTransfer';
import type { Editor } from './store';

export type { Phase, Runner, RunnerState } from './runnerState';

interface Parts {
  readonly editor: Pick<Editor, 'store'>;
  readonly engine: Engine;
  readonly preferences: PreferencesStore;
}

/** Names of the layers that training leaves alone: they do not change the fingerprint, but the model must know. */
const frozen = (plan: Plan) =>
  flatPlan(plan)
    .steps.flatMap(({ path, trainable }) => (trainable ? [] : [path]))
    .join('\n');

const pretrained = ({ steps, weightsFrom }: Plan) =>
  weightsFrom !== undefined || steps.some((step) => step.weightsFrom !== undefined);

export function createRunner({ editor, engine, preferences }: Parts): Runner {
  const store = createStore<RunnerState>(() => idle);
  const plan = () => editor.store.getState().plan;
  const training = () => editor.store.getState().document.training as Training;
  const busy = () => store.getState().phase !== 'idle';
  let project = '';
  /** The worker whose backend has been chosen. */
  let started = 0;
  /** The choice that is under way. */
  let choosing: Promise<void> | null = null;
  /** What the worker holds. */
  let held: { generation: number; project: string; fingerprint: string; frozen: string } | null = null;
  /** The last run whose weights exist, and the model they belong to. */
  let trained: { run: Run; fingerprint: string } | null = null;
  /** The model that weights were put into from a file. */
  let imported: string | null = null;
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
  /** The worker's backend, once per worker. */
  const ensureBackend = async () => {
    if (started > 0 && started === engine.generation()) return;
    // Opening a project and pressing Train at once must not start a backend twice: the second start fails.
    choosing ??= engine
      .request({ type: 'backend', force: preferences.getState().backend })
      .then(() => {
        started = engine.generation();
      })
      .finally(() => {
        choosing = null;
      });
    await choosing;
  };
  const hold = (loaded: Plan) => {
    const generation = engine.generation();
    held = { generation, project, fingerprint: fingerprint(loaded), frozen: frozen(loaded) };
  };
  /** The model on the canvas in the worker: as it is there, from a checkpoint that fits, or with fresh weights. */
  const ensureModel = async (): Promise<void> => {
    const wanted = plan();
    const print = fingerprint(wanted);
    const there = held !== null && held.generation === engine.generation() && held.project === project;
    if (there && held!.fingerprint === print && held!.frozen === frozen(wanted)) return;
    await ensureBackend();
    if (!(there && held!.fingerprint === print)) {
      const run = await engine.request({ type: 'restore', project, plan: wanted });
      if (run !== null) {
        trained = { run, fingerprint: print };
        hold(wanted);
        showResumable();
        return;
      }
    }
    await engine.request({ type: 'load', plan: wanted, project, seed: training().seed, weights: null });
    hold(wanted);
  };

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
        await ensureModel();
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
        held = null;
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
      ensureModel: async () => (busy() ? undefined : ensureModel()),
      preparation: () => preparationOf(plan(), training()),
      imported() {
        imported = fingerprint(plan());
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
        if (!busy()) return;
        store.setState({ phase: 'stopping' });
        await engine.request({ type: 'stop' });
      }),
    predict: (sample) =>
      attempt(async () => {
        store.setState({ sample, predicting: true });
        try {
          if (!busy()) await ensureModel();
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
        if (trained?.fingerprint !== print && imported !== print && !pretrained(plan())) return;
        if (!busy()) await ensureModel();
        weights = await engine.request({ type: 'weights' });
      });
      return weights;
    },
    forgetRun: (id) =>
      attempt(async () => {
        await engine.request({ type: 'forget', project, run: id });
        await showRuns();
      }),
    openProject: (id) =>
      attempt(async () => {
        if (busy()) await engine.request({ type: 'stop' });
        project = id;
        trained = null;
        imported = null;
        const { backend } = store.getState();
        store.setState({ ...idle, backend });
        await ensureBackend();
        await showRuns();
        const [latest] = store.getState().runs;
        if (project !== id || latest === undefined) return;
        store.setState({ run: latest });
        await ensureModel();
      }),
    dismissError: () => store.setState({ error: null }),
  };
}
