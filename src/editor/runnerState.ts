import type { StoreApi } from 'zustand/vanilla';
import type {
  BackendInfo,
  BackendName,
  BatchProgress,
  EngineError,
  Prediction,
  Run,
  Sample,
  WeightData,
} from '../engine/protocol';

export type Phase = 'idle' | 'loading' | 'training' | 'paused' | 'stopping' | 'evaluating';

/** What the engine is doing and has done; not part of the document. */
export interface RunnerState {
  readonly backend: BackendInfo | null;
  readonly phase: Phase;
  /** The run that is going on, or the last one. */
  readonly run: Run | null;
  readonly progress: BatchProgress | null;
  /** Earlier runs of this project, newest first. */
  readonly runs: readonly Run[];
  /** A checkpoint that fits the model on the canvas: "continue from epoch 7". */
  readonly resumable: Run | null;
  readonly sample: Sample | null;
  readonly prediction: Prediction | null;
  readonly predicting: boolean;
  readonly error: EngineError | null;
}

/** Before anything has run. */
export const idle: RunnerState = {
  backend: null,
  phase: 'idle',
  run: null,
  progress: null,
  runs: [],
  resumable: null,
  sample: null,
  prediction: null,
  predicting: false,
  error: null,
};

/** Runs the model on the canvas: the page's side of training and prediction. Every method resolves; trouble is in `error`. */
export interface Runner {
  readonly store: StoreApi<RunnerState>;
  /** Starts anew with fresh weights from the document's seed. */
  train(): Promise<void>;
  /** Goes on from the last epoch (of this page or of a checkpoint) for as many epochs as the document says. */
  continueTraining(): Promise<void>;
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends the run after the current batch; the weights stay. */
  stop(): Promise<void>;
  /** Predicts a sample, or a picture of any size, with the trained weights (random ones before training), with every layer's activations. */
  predict(sample: Sample): Promise<void>;
  clearPrediction(): void;
  useBackend(name: BackendName | 'auto'): Promise<void>;
  /** Trained weights for exports; null when there are none. */
  weights(): Promise<WeightData | null>;
  forgetRun(id: string): Promise<void>;
  /** The page shows another project: its runs and its checkpoint are looked up. */
  openProject(id: string): Promise<void>;
  dismissError(): void;
}
