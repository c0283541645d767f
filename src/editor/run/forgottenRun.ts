import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '../../document/result';
import type { Engine } from '../../engine/client';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { RunnerState } from './runnerState';

interface Parts {
  readonly engine: Engine;
  readonly store: StoreApi<RunnerState>;
  /** Whose run it is. */
  readonly project: string;
  /** The project that is shown now. */
  shown(): string;
  /** Trouble is shown, besides. */
  attempt<T>(work: () => Promise<T>): Promise<Result<T, EngineTrouble>>;
  /** Asks for the history of the project that is shown. */
  showRuns(): Promise<void>;
}

/**
 * Forgets one run; what the model has learned stays. Where its curves were shown, those of the run before are. The answer
 * brings it back with its curves, to its own project, whichever is shown by then.
 */
export async function forgottenRun(id: string, { engine, store, project, shown, attempt, showRuns }: Parts) {
  const { run, runs, progress, batches, phase } = store.getState();
  const kept = run?.id === id ? run : runs.find((each) => each.id === id);
  const wasShown = phase === 'idle' && run?.id === id;
  await engine.request({ type: 'forget', project, run: id });
  if (shown() === project) await showRuns();
  if (wasShown && store.getState().run?.id === id) {
    store.setState(({ runs: left }) => ({ run: left[0] ?? null, progress: null, batches: [] }));
  }
  return () =>
    attempt(async () => {
      if (kept === undefined) return;
      await engine.request({ type: 'remember', project, run: kept });
      if (shown() !== project) return;
      await showRuns();
      if (wasShown && store.getState().phase === 'idle') store.setState({ run: kept, progress, batches });
    });
}
