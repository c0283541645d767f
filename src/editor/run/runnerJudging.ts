import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '../../document/result';
import type { Engine } from '../../engine/client';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { Subject } from '../../engine/protocol/model';
import type { Runner, RunnerState } from './runnerState';

interface Parts {
  readonly engine: Engine;
  readonly store: StoreApi<RunnerState>;
  /** Trouble is shown, besides. */
  attempt<T>(work: () => Promise<T>): Promise<Result<T, EngineTrouble>>;
  onCanvas(): Subject;
  /** Asks for the history of the project that is shown. */
  showRuns(): Promise<void>;
}

/** The page's side of what is asked of a run once it is over. */
export function judgingRunner({ engine, store, attempt, onCanvas, showRuns }: Parts): Pick<Runner, 'test'> {
  return {
    test: (signal) =>
      attempt(async () => {
        const { run } = store.getState();
        const about = onCanvas();
        if (run === null) return;
        try {
          const tested = await engine.request({ type: 'test', about, run }, signal);
          if (about.project !== onCanvas().project) return;
          // Another run may have begun meanwhile.
          store.setState((state) => (state.run?.id === run.id ? { run: tested } : {}));
          await showRuns();
        } finally {
          if (about.project === onCanvas().project) store.setState({ many: null });
        }
      }),
  };
}
