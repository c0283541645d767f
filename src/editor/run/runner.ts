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
import { forgottenRun } from './forgottenRun';
import { afterEventElsewhere, leftBehind } from './runElsewhere';
import { afterEvent } from './runnerEvents';
import { type Runner, type RunnerState, idle } from './runnerState';
import { predictionRunner } from './runnerPrediction';
import { trainingRunner } from './runnerTraining';
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
  let project = '';
  /** Why runs of projects that were not shown then have failed. */
  const failures = new Map<string, EngineTrouble>();
  const onCanvas = (): Subject => ({ project, plan: editor.store.getState().plan, seed: training().seed });
  const about = () => runs.here() ?? onCanvas();
  const preparation = () => preparationOf(about().plan, training());

  const asked = (sample: Sample) => {
    const own = about();
    return { about: own, sample, layers: own.plan.steps.map(({ name }) => name), preparation: preparation() };
  };

  const attempt = async <T>(work: () => Promise<T>): Promise<Result<T, EngineTrouble>> => {
    const own = project;
    const answer = await told(work());
    if (answer.ok || answer.error.code === 'cancelled') return answer;
    if (own === project) store.setState({ error: answer.error });
    else failures.set(own, answer.error);
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
    const kept = await engine.request({ type: 'runs', project });
    if (project === own) store.setState({ runs: kept });
  };

  /** The one that is wanted; one that was remembered may be gone since: whichever works is taken, and it is said. */
  const startBackend = async (id: string) => {
    try {
      await engine.request({ type: 'backend', force: preferences.getState().backend });
    } catch (error) {
      const trouble = engineTroubleOf(error);
      if (trouble.code !== 'backendUnavailable') throw error;
      preferences.setState({ backend: 'auto' });
      await engine.request({ type: 'backend', force: 'auto' });
      if (project === id) store.setState({ error: trouble });
    }
  };
  const runs = trainingRunner({ engine, store, attempt, onCanvas, training, look, showRuns });

  engine.subscribe((event) => {
    if (event.type === 'backend') store.setState({ backend: event.backend });
    else if (event.type === 'silence') store.setState({ silence: event.silence });
    else if (event.project !== project)
      store.setState(({ elsewhere }) => ({ elsewhere: afterEventElsewhere(elsewhere, event) }));
    // After its answer a run has nothing to say.
    else if (event.runId === null || runs.here() !== null) store.setState((state) => afterEvent(state, event));
  });
  let waiting: ReturnType<typeof setTimeout> | undefined;
  editor.store.subscribe((state, before) => {
    if (state.plan === before.plan || store.getState().model === null) return;
    clearTimeout(waiting);
    waiting = setTimeout(() => void look(), quiet);
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
    ...runs.methods,
    judging: async () =>
      (await import('./runnerJudging')).judgingRunner({ engine, store, attempt, onCanvas, showRuns }),
    inTraining: () => runs.here()?.plan ?? null,
    ...predictionRunner({
      engine,
      store,
      attempt,
      asked,
      own: () => ({ about: about(), preparation: preparation() }),
    }),
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
      attempt(() => forgottenRun(id, { engine, store, project, shown: () => project, attempt, showRuns })),
    copyProject: (from, to) => attempt(async () => void (await engine.request({ type: 'copy', from, to }))),
    sweep: (gone) =>
      attempt(async () => {
        for (const each of await gone(await engine.request({ type: 'kept' }))) {
          await engine.request({ type: 'forget', project: each, run: null });
        }
      }),
    openProject(id) {
      const { backend, silence, elsewhere, ...shown } = store.getState();
      if (id === project && shown.phase !== 'idle') return attempt(async () => undefined);
      const back = elsewhere?.project === id ? elsewhere.state : null;
      const left = leftBehind(project, shown) ?? (back === null ? elsewhere : null);
      const error = failures.get(id) ?? back?.error ?? null;
      failures.delete(id);
      // At once: whatever is asked from now on is about this project.
      project = id;
      store.setState({ ...idle, backend, silence, ...back, elsewhere: left, error });
      return attempt(async () => {
        // To choose a backend, or to load a model, would end the run or wait for its end.
        const free = left === null && back === null;
        if (free) await startBackend(id);
        await showRuns();
        const [latest] = store.getState().runs;
        if (project !== id) return;
        if (latest !== undefined && back === null) store.setState({ run: latest });
        if (latest !== undefined && free) {
          await engine.request({ type: 'load', about: onCanvas(), weights: null }).finally(look);
        } else await look();
      });
    },
    dismissError: () => store.setState({ error: null }),
  };
}
