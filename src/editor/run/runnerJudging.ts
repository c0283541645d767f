import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '../../document/result';
import type { Engine } from '../../engine/client';
import { EngineError } from '../../engine/protocol/engineError';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { Subject } from '../../engine/protocol/model';
import type { Run } from '../../engine/protocol/run';
import type { Judging, RunnerState } from './runnerState';

interface Parts {
  readonly engine: Engine;
  readonly store: StoreApi<RunnerState>;
  /** Trouble is shown, besides. */
  attempt<T>(work: () => Promise<T>): Promise<Result<T, EngineTrouble>>;
  onCanvas(): Subject;
  /** Asks for the history of the project that is shown. */
  showRuns(): Promise<void>;
}

/** The page's side of what is asked of a run that is over. */
export function judgingRunner({ engine, store, attempt, onCanvas, showRuns }: Parts): Judging {
  const asking = <T>(work: (asked: { about: Subject; run: Run }) => Promise<T>) =>
    attempt(async () => {
      const { run } = store.getState();
      const about = onCanvas();
      if (run === null) throw new EngineError({ code: 'notTrained', data: {} });
      try {
        return await work({ about, run });
      } finally {
        if (about.project === onCanvas().project) store.setState({ many: null });
      }
    });
  return {
    test: (signal) =>
      asking(async (asked) => {
        const tested = await engine.request({ type: 'test', ...asked }, signal);
        if (asked.about.project !== onCanvas().project) return;
        // Another run may have begun meanwhile.
        store.setState((state) => (state.run?.id === tested.id ? { run: tested } : {}));
        await showRuns();
      }),
    linear: (signal) => asking((asked) => engine.request({ type: 'linear', ...asked }, signal)),
    importance: (signal) => asking((asked) => engine.request({ type: 'importance', ...asked }, signal)),
  };
}
