import type { Plan } from '../../compile/plan';
import type { DatasetKind } from '../../data/dataset';
import type { Training } from '../../document/training';
import type { EngineError } from './engineError';
import type { Preparation } from '../input/preparation';
import type { TransferAnswers, TransferEvent, TransferRequest } from './transferProtocol';

export type { EngineError, Preparation };

export type BackendName = 'webgpu' | 'wasm' | 'webgl' | 'cpu';

/** Why this backend: the first that fits is taken, in the order webgpu → wasm → webgl → cpu. */
export type BackendReason =
  'realAdapter' | 'forced' | 'softwareAdapterOnly' | 'noAdapter' | 'noWebGpu' | 'wasmMissing' | 'deviceLost';

export interface BackendInfo {
  readonly name: BackendName;
  readonly reason: BackendReason;
  /** The adapter as the browser names it, e.g. `apple metal-3`; empty when it says nothing. */
  readonly adapter: string;
  /** wasm threads; 1 where the page is not cross-origin isolated. */
  readonly threads: number;
}

/** Weight tensors by `layer/weight`, float32. */
export type WeightData = Readonly<
  Record<string, { readonly shape: readonly number[]; readonly values: Float32Array<ArrayBuffer> }>
>;

export interface EpochMetrics {
  /** 1 for the first. */
  readonly epoch: number;
  readonly loss: number;
  /** Of the only output; null for numbers, and where several outputs have their own. */
  readonly accuracy: number | null;
  readonly validationLoss: number | null;
  readonly validationAccuracy: number | null;
  /** All metrics by name, training and validation; of several outputs `<output>_loss`, `<output>_accuracy`, as in Keras. */
  readonly metrics: Readonly<Record<string, number>>;
  readonly validationMetrics: Readonly<Record<string, number>>;
  readonly seconds: number;
}

export interface BatchProgress {
  readonly epoch: number;
  readonly epochs: number;
  /** Batches done in this epoch, and how many it has. */
  readonly batch: number;
  readonly batches: number;
  /** Means over this epoch so far. */
  readonly loss: number;
  readonly accuracy: number | null;
  readonly metrics: Readonly<Record<string, number>>;
  readonly imagesPerSecond: number;
  readonly secondsLeft: number;
}

/** How one output does on the validation samples. */
export interface OutputEvaluation {
  readonly output: string;
  readonly loss: number;
  readonly accuracy: number | null;
  /** `matrix[actual][predicted]` = number of samples. Empty for numbers. */
  readonly matrix: readonly (readonly number[])[];
  /** Share of each class that is recognised, 0 … 1; null for a class without samples. */
  readonly perClass: readonly (number | null)[];
  /** Numbers: what is right and what the model says, for some of the samples. Empty for classes. */
  readonly points: readonly (readonly [right: number, said: number])[];
}

export interface Evaluation {
  readonly loss: number;
  readonly accuracy: number | null;
  readonly outputs: readonly OutputEvaluation[];
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
}

/** One picture for the model: `[height, width, channels]` values 0 … 255 before preprocessing. */
export interface Picture {
  readonly width: number;
  readonly height: number;
  readonly channels: number;
  readonly values: Float32Array<ArrayBuffer>;
}

/** Values of one sample as a dataset has them: numbers, steps of a series, word indices. */
export interface Values {
  readonly kind: Exclude<DatasetKind, 'images'>;
  readonly shape: readonly number[];
  readonly values: Float32Array<ArrayBuffer>;
}

/** What is given to the model; every input gets it in its own shape. */
export type Sample = Picture | Values;

export interface Activation {
  readonly layer: string;
  /** Shape without the batch axis. */
  readonly shape: readonly number[];
  readonly values: Float32Array<ArrayBuffer>;
}

export interface Prediction {
  /** What each output says: class probabilities, one probability, or numbers. */
  readonly outputs: readonly Activation[];
  readonly activations: readonly Activation[];
  readonly milliseconds: number;
}

/** Page → worker. `id` is answered exactly once, by `done` or `error`. */
export type Request =
  | TransferRequest
  | { readonly type: 'backend'; readonly force: BackendName | 'auto' }
  | {
      /** A plan with the layers of the loaded one, and `null` weights, keeps weights and history. */
      readonly type: 'load';
      readonly plan: Plan;
      readonly project: string;
      readonly seed: number;
      readonly weights: WeightData | null;
    }
  | { readonly type: 'restore'; readonly project: string; readonly plan: Plan }
  | { readonly type: 'train'; readonly training: Training; readonly resume: boolean }
  | { readonly type: 'pause' }
  | { readonly type: 'resume' }
  | { readonly type: 'stop' }
  | { readonly type: 'evaluate'; readonly training: Training }
  | {
      readonly type: 'predict';
      readonly sample: Sample;
      /** Layers whose outputs are wanted too, by path: inside a backbone `backbone/layer`. */
      readonly layers: readonly string[];
      readonly preparation?: Preparation;
    }
  | { readonly type: 'weights' }
  | { readonly type: 'runs'; readonly project: string }
  /** Forgets one run, or with `null` all runs and the checkpoint of the project. */
  | { readonly type: 'forget'; readonly project: string; readonly run: string | null }
  /** Projects of which anything is kept: runs, a checkpoint, or files that the model starts from. */
  | { readonly type: 'kept' }
  | { readonly type: 'memory' };

export interface Answers extends TransferAnswers {
  backend: BackendInfo;
  load: { readonly parameters: number; readonly milliseconds: number };
  /** The last checkpoint's run where one fits this plan, else null. */
  restore: Run | null;
  train: Run;
  pause: null;
  resume: null;
  stop: null;
  evaluate: Evaluation;
  predict: Prediction;
  weights: WeightData;
  runs: readonly Run[];
  forget: null;
  kept: readonly string[];
  memory: { readonly tensors: number; readonly bytes: number };
}

export type ToWorker = { readonly id: number } & Request;

/** Worker → page. `event`s come in between, throttled to the screen. */
export type FromWorker =
  | { readonly id: number; readonly type: 'done'; readonly answer: Answers[keyof Answers] }
  | { readonly id: number; readonly type: 'error'; readonly error: EngineError }
  | { readonly type: 'event'; readonly event: EngineEvent };

export type EngineEvent =
  | TransferEvent
  | { readonly type: 'backend'; readonly backend: BackendInfo }
  | { readonly type: 'progress'; readonly progress: BatchProgress }
  /** The run at its start and after every epoch. */
  | { readonly type: 'epoch'; readonly run: Run }
  | { readonly type: 'state'; readonly state: Run['state'] }
  | { readonly type: 'saved'; readonly epoch: number }
  | { readonly type: 'warning'; readonly error: EngineError };
