import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '../../document/result';
import type { Training } from '../../document/training';
import { settled } from '../../engine/checkpoints/settledRun';
import type { Engine } from '../../engine/client';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { Subject } from '../../engine/protocol/model';
import type { Run } from '../../engine/protocol/run';
import { decided } from './runElsewhere';
import type { Runner, RunnerState } from './runnerState';

interface Parts {
  readonly engine: Engine;
  readonly store: StoreApi<RunnerState>;
  /** Trouble is shown, besides. */
  attempt<T>(work: () => Promise<T>): Promise<Result<T, EngineTrouble>>;
  onCanvas(): Subject;
  training(): Training;
  /** Asks what the model's weights are now. */
  look(): Promise<unknown>;
  /** Asks for the history of the project that is shown. */
  showRuns(): Promise<void>;
}

type Methods = Pick<
  Runner,
  'train' | 'continueTraining' | 'pause' | 'resume' | 'stop' | 'decide' | 'abandon' | 'restart'
>;

interface Runs {
  /** The model in training where it is one of the project that is shown; the canvas may have left it behind. */
  here(): Subject | null;
  readonly methods: Methods;
}

/** The page's side of runs: each belongs to its project, whichever is shown. */
export function trainingRunner({ engine, store, attempt, onCanvas, training, look, showRuns }: Parts): Runs {
  const busy = () => store.getState().phase !== 'idle';
  const shown = () => onCanvas().project;
  /** Whichever project is shown. */
  let inTraining: Subject | null = null;

  /** A run has ended, wherever the page is by now. */
  const over = async (own: Subject) => {
    const last = inTraining === own;
    if (last) inTraining = null;
    if (own.project !== shown()) {
      store.setState(({ elsewhere }) => ({ elsewhere: elsewhere?.project === own.project ? null : elsewhere }));
      return;
    }
    if (last) {
      await look();
      store.setState({ phase: 'idle', loading: null, decoding: null, adapting: null, features: null });
    }
    await showRuns();
    // One that was cut off has said nothing of its end.
    const kept = (run: Run) => store.getState().runs.find(({ id }) => id === run.id) ?? settled(run);
    if (last && own.project === shown()) store.setState(({ run }) => ({ run: run && kept(run) }));
  };
  const stopElsewhere = async () => {
    store.setState(({ elsewhere }) => ({ elsewhere: elsewhere && decided(elsewhere, false) }));
    await engine.request({ type: 'stop' });
  };

  /** What the model had learned, or its file, is brought back at once. */
  const restart = async () => {
    engine.restart();
    store.setState({
      silence: null,
      loading: null,
      saving: null,
      many: null,
      decoding: null,
      adapting: null,
      features: null,
    });
    const own = onCanvas();
    const { weights } = await engine.request({ type: 'model', about: own });
    if (weights === 'trained' || weights === 'imported') {
      await engine.request({ type: 'load', about: own, weights: null });
    }
    await look();
  };

  const begin = (resume: boolean) =>
    attempt(async () => {
      if (busy()) return;
      const own = onCanvas();
      inTraining = own;
      store.setState(({ elsewhere }) => ({
        phase: 'loading',
        error: null,
        progress: null,
        cut: null,
        ...(resume ? {} : { run: null, batches: [] }),
        // The engine ends one run before it begins another.
        elsewhere: elsewhere && decided(elsewhere, false),
      }));
      try {
        const run = await engine.request({ type: 'train', about: own, training: training(), resume });
        if (own.project === shown()) store.setState({ run });
      } finally {
        await over(own);
      }
    });

  return {
    here: () => (inTraining?.project === shown() ? inTraining : null),
    methods: {
      train: () => begin(false),
      continueTraining: () => begin(true),
      pause: () => attempt(async () => void (await engine.request({ type: 'pause' }))),
      resume: () => attempt(async () => void (await engine.request({ type: 'resume' }))),
      stop: () =>
        attempt(async () => {
          if (store.getState().silence !== null) return restart();
          if (!busy() && store.getState().loading === null) return;
          if (busy()) store.setState({ phase: 'stopping' });
          await engine.request({ type: 'stop' });
        }),
      decide: (goesOn) =>
        attempt(async () => {
          if (!goesOn) await stopElsewhere();
          else store.setState(({ elsewhere }) => ({ elsewhere: elsewhere && decided(elsewhere, true) }));
        }),
      abandon: (id) =>
        attempt(async () => {
          if (id === shown() && busy()) {
            store.setState({ phase: 'stopping' });
            await engine.request({ type: 'stop' });
          } else if (store.getState().elsewhere?.project === id) await stopElsewhere();
        }),
      restart: () => attempt(restart),
    },
  };
}
