import type { StoreApi } from 'zustand/vanilla';
import type { Augmentation } from '../../document/augmentation';
import type { Result } from '../../document/result';
import type { BackendInfo, BackendName } from '../../engine/protocol/backendInfo';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { ModelState } from '../../engine/protocol/model';
import type { Heat, Prediction } from '../../engine/protocol/prediction';
import type { BatchProgress, Run } from '../../engine/protocol/run';
import type { Picture, Sample } from '../../engine/protocol/samples';
import type { WeightData } from '../../engine/protocol/weights';
import type { Share } from '../../engine/protocol/share';
import type { Cut, NoCut } from '../../engine/protocol/cut';
import type { SavedFormat } from '../../formats/saved/savedFormat';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { MatchReport } from '../../pretrained/matching/matchReport';

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
  /** What the worker has for the model on the canvas, and the run that it can go on from; null until it is told. */
  readonly model: ModelState | null;
  readonly sample: Sample | null;
  readonly prediction: Prediction | null;
  readonly predicting: boolean;
  readonly error: EngineTrouble | null;
  /** Weights on their way into the model, in bytes. */
  readonly loading: (Share & { readonly name: string }) | null;
  /** A saved model being written, in bytes. */
  readonly saving: Share | null;
  /** Photos being decoded. */
  readonly decoding: Share | null;
  /** Pictures whose features are being computed. */
  readonly features: Share | null;
  /** Samples predicted, of many. */
  readonly many: Share | null;
  /** Where the frozen part of the model ends and what that saves, or why nothing is kept; null before a run. */
  readonly cut: Cut | NoCut | null;
}

/** Before anything has run. */
export const idle: RunnerState = {
  backend: null,
  phase: 'idle',
  run: null,
  progress: null,
  runs: [],
  model: null,
  sample: null,
  prediction: null,
  predicting: false,
  error: null,
  loading: null,
  saving: null,
  decoding: null,
  features: null,
  many: null,
  cut: null,
};

/** What came of it, or the engine's trouble. */
type Answered<T> = Promise<Result<T, EngineTrouble>>;

/** Runs the model on the canvas: the page's side of training and prediction. Every method resolves with a result; trouble of what is not a file stands in `error`, too. */
export interface Runner {
  readonly store: StoreApi<RunnerState>;
  /** Starts anew with fresh weights from the document's seed. */
  train(): Answered<void>;
  /** Goes on from the last epoch (of this page or of a checkpoint) for as many epochs as the document says. */
  continueTraining(): Answered<void>;
  pause(): Answered<void>;
  resume(): Answered<void>;
  /** Ends the run after the current batch; the weights stay. */
  stop(): Answered<void>;
  /** Predicts a sample, or a picture of any size, with the trained weights (random ones before training), with every layer's activations. */
  predict(sample: Sample): Answered<Prediction>;
  clearPrediction(): void;
  /** As `predict`, for whoever needs an answer while the Predict panel keeps its own: nothing of it stands in the state. */
  probe(sample: Sample): Answered<Prediction>;
  useBackend(name: BackendName | 'auto'): Answered<void>;
  /** Trained weights for exports; null when there are none. */
  weights(): Answered<WeightData | null>;
  forgetRun(id: string): Answered<void>;
  /** Forgets weights and runs of projects that are no more, `gone` says which; a deleted project can be brought back until then. */
  sweep(gone: (projects: readonly string[]) => Promise<readonly string[]>): Answered<void>;
  /** The page shows another project: its runs and its checkpoint are looked up. */
  openProject(id: string): Answered<void>;
  dismissError(): void;
  /** The trained model as a file, with its document; the signal ends it. */
  save(format: SavedFormat, signal: AbortSignal): Answered<Blob>;
  /** Puts a file's weights into the model, all or none; `byOrder`: also where only their order says whose they are. `stop` ends it. */
  importWeights(files: readonly NamedBlob[], byOrder: boolean): Answered<MatchReport>;
  /** The text of the document inside a saved model, null in a file of another program. */
  savedDocument(files: readonly NamedBlob[]): Answered<string | null>;
  /** By sample, by output: the values; fewer where it was cancelled. */
  predictMany(
    samples: readonly Sample[],
    signal: AbortSignal,
  ): Answered<readonly (readonly Float32Array<ArrayBuffer>[])[]>;
  /** Which places of a layer's output (by path) speak for a class; `classIndex` null takes the likeliest. */
  gradCam(sample: Sample, path: string, classIndex: number | null): Answered<Heat>;
  /** The picture under random changes, as training would see it in `count` epochs. */
  augmented(picture: Picture, augmentation: Augmentation, count: number, seed: number): Answered<readonly Picture[]>;
}
