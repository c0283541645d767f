import type { StoreApi } from 'zustand/vanilla';
import type { Plan } from '../../compile/plan';
import type { Augmentation } from '../../document/augmentation';
import type { Importance } from '../../data/scores/importance';
import type { Result } from '../../document/result';
import type { BackendInfo, BackendName } from '../../engine/protocol/backendInfo';
import type { OutputEvaluation } from '../../engine/protocol/curves';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { ModelState } from '../../engine/protocol/model';
import type { Heat, Prediction } from '../../engine/protocol/prediction';
import type { Run } from '../../engine/protocol/run';
import type { Picture, Sample } from '../../engine/protocol/samples';
import type { WeightData } from '../../engine/protocol/weights';
import type { Silence } from '../../engine/watch/watchdog';
import type { SavedFormat } from '../../formats/saved/savedFormat';
import type { SavedContents } from '../../formats/saved/savedContents';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import type { LiveBrick, Look } from './liveBricks';
import type { RunElsewhere } from './runElsewhere';
import type { ShownRun } from './shownRun';

export type { Phase } from './shownRun';

/** What the engine is doing and has done; not part of the document. */
export interface RunnerState extends ShownRun {
  readonly backend: BackendInfo | null;
  /** Earlier runs of this project, newest first. */
  readonly runs: readonly Run[];
  /** What the worker has for the model on the canvas, and the run that it can go on from; null until it is told. */
  readonly model: ModelState | null;
  readonly sample: Sample | null;
  readonly prediction: Prediction | null;
  readonly predicting: boolean;
  /** What is seen of the bricks while they are trained, by layer; null where nobody looks. */
  readonly live: ReadonlyMap<string, LiveBrick> | null;
  /** The engine gives no answer; null while it does. */
  readonly silence: Silence | null;
  /** A run of another project, which goes on. */
  readonly elsewhere: RunElsewhere | null;
}

/** Before anything has run. */
export const idle: RunnerState = {
  backend: null,
  phase: 'idle',
  run: null,
  progress: null,
  batches: [],
  runs: [],
  model: null,
  sample: null,
  prediction: null,
  predicting: false,
  live: null,
  error: null,
  loading: null,
  saving: null,
  decoding: null,
  adapting: null,
  features: null,
  many: null,
  cut: null,
  elsewhere: null,
  silence: null,
};

/** What came of it, or the engine's trouble. */
type Answered<T> = Promise<Result<T, EngineTrouble>>;

/** What is asked of the shown run once it is over; the signal ends it. */
export interface Judging {
  /** Uses the test; the model must be that of the run. */
  test(signal: AbortSignal): Answered<void>;
  /** How much the model needs each column of its table. */
  importance(signal: AbortSignal): Answered<Importance>;
  /** What a linear model gets that learns from the same rows. */
  linear(signal: AbortSignal): Answered<OutputEvaluation>;
}

/** Runs the model on the canvas: the page's side of training and prediction. Every method resolves with a result; trouble of what is not a file stands in `error`, too. */
export interface Runner {
  readonly store: StoreApi<RunnerState>;
  /** Starts anew with fresh weights from the document's seed. */
  train(): Answered<void>;
  /** Goes on from the last epoch (of this page or of a checkpoint) for as many epochs as the document says. */
  continueTraining(): Answered<void>;
  /** The model that is being trained, of the project that is shown: the canvas may have left it behind. Null where none is. */
  inTraining(): Plan | null;
  pause(): Answered<void>;
  resume(): Answered<void>;
  /** Ends the run after the current batch; the weights stay. Where the engine is silent, it is restarted. */
  stop(): Answered<void>;
  /** Predicts a sample, or a picture of any size, with the trained weights (random ones before training), with every layer's activations. */
  predict(sample: Sample): Answered<Prediction>;
  clearPrediction(): void;
  /** Looks at the bricks while they are trained, with at least `pause` milliseconds between; the answer ends it. */
  watch(look: () => Look, pause: number): () => void;
  /** As `predict`, for whoever needs an answer while the Predict panel keeps its own: nothing of it stands in the state. */
  probe(sample: Sample): Answered<Prediction>;
  useBackend(name: BackendName | 'auto'): Answered<void>;
  /** Trained weights for exports; null when there are none. */
  weights(): Answered<WeightData | null>;
  /** Takes a run that is over out of the history; what the model has learned stays. The answer takes it back. */
  forgetRun(id: string): Answered<() => Answered<void>>;
  /** Runs, weights and the file that the model starts from are kept of another project, too, which this one lives on in. */
  copyProject(from: string, to: string): Answered<void>;
  /** Forgets weights and runs of projects that are no more, `gone` says which; a deleted project can be brought back until then. */
  sweep(gone: (projects: readonly string[]) => Promise<readonly string[]>): Answered<void>;
  /** The page shows another project: its runs and its checkpoint are looked up. A run that goes on stays with its project. */
  openProject(id: string): Answered<void>;
  /** Whether the run of the project that was left goes on; else it ends after the batch, and is kept with its project. */
  decide(goesOn: boolean): Answered<void>;
  /** Ends what a project that is to be deleted trains, and asks nobody. */
  abandon(project: string): Answered<void>;
  /** Ends the engine, whatever it is busy with, and starts it anew: the weights are those of the last epoch that was saved. */
  restart(): Answered<void>;
  /** What is asked of the shown run once it is over; fetched when it is wanted. */
  judging(): Promise<Judging>;
  dismissError(): void;
  /** The trained model as a file, with its document; the signal ends it. */
  save(format: SavedFormat, signal: AbortSignal): Answered<Blob>;
  /** Puts a file's weights into the model, all or none; `byOrder`: also where only their order says whose they are. `stop` ends it, or the signal. */
  importWeights(files: readonly NamedBlob[], byOrder: boolean, signal?: AbortSignal): Answered<MatchReport>;
  /** What a saved model says of itself besides its weights; the signal ends it. */
  savedContents(files: readonly NamedBlob[], signal?: AbortSignal): Answered<SavedContents>;
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
