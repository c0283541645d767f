import type { StoreApi } from 'zustand/vanilla';
import type { Result } from '../../document/result';
import type { Engine } from '../../engine/client';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { Request } from '../../engine/protocol/protocol';
import type { Sample } from '../../engine/protocol/samples';
import type { Runner, RunnerState } from './runnerState';
import { type Look, watchBricks } from './liveBricks';
import { told } from './runnerTransfer';

interface Parts {
  readonly engine: Engine;
  readonly store: StoreApi<RunnerState>;
  /** Trouble is shown, besides. */
  attempt<T>(work: () => Promise<T>): Promise<Result<T, EngineTrouble>>;
  /** What the model is asked about a sample. */
  asked(sample: Sample): Omit<Request<'predict'>, 'type'>;
  /** The model that is asked about, and how its samples are prepared. */
  own(): Pick<Request<'predict'>, 'about' | 'preparation'>;
}

/** The page's side of asking the model about one sample. */
export function predictionRunner({
  engine,
  store,
  attempt,
  asked,
  own,
}: Parts): Pick<Runner, 'predict' | 'probe' | 'watch' | 'clearPrediction'> {
  return {
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
    watch: (look, pause) => {
      const glimpse = ({ sample, layers }: Look) => told(engine.request({ type: 'glimpse', ...own(), sample, layers }));
      return watchBricks({ store, glimpse }, look, pause);
    },
    probe: (sample) => told(engine.request({ type: 'probe', ...asked(sample) })),
    clearPrediction: () => store.setState({ sample: null, prediction: null, predicting: false }),
  };
}
