import type { Training } from '../../document/training';
import type { BackendName } from './backendInfo';
import type { EpochMetrics, Evaluation } from './curves';

/** From where on a run trained how much: it begins, and whenever it is continued. */
export interface RunStage {
  /** Epochs that were done before. */
  readonly after: number;
  /** Numbers that are changed by training. */
  readonly trained: number;
}

/** One run: its settings and curve, kept with the project and comparable with others. */
export interface Run {
  readonly id: string;
  /** ISO time of its start. */
  readonly started: string;
  readonly training: Training;
  /** The loss really used, where the training says `auto`; of several outputs all, with commas. */
  readonly loss: string;
  readonly backend: BackendName;
  readonly epochs: readonly EpochMetrics[];
  readonly state: 'running' | 'paused' | 'stopped' | 'finished' | 'failed';
  readonly evaluation: Evaluation | null;
  /** The epoch whose weights the model was given back at the end, as the best; missing where it has those of the last. */
  readonly restored?: number;
  /** How often the test was used for this run, whatever it had learned then; missing where it never was. */
  readonly tested?: number;
  /** Missing where an earlier version kept the run. */
  readonly stages?: readonly RunStage[];
}
