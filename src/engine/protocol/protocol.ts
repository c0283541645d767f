import type { Plan } from '../../compile/plan';
import type { Importance } from '../../data/scores/importance';
import type { Augmentation } from '../../document/augmentation';
import type { Training } from '../../document/training';
import type { SavedModel } from '../../formats/saved/savedFiles';
import type { SavedFormat } from '../../formats/saved/savedFormat';
import type { SavedContents } from '../../formats/saved/savedContents';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import type { ChosenTrouble } from '../../pretrained/chosenTrouble';
import type { BackendInfo, BackendName } from './backendInfo';
import type { EngineTrouble } from './engineTrouble';
import type { EngineEvent } from './events';
import type { ModelState, Subject } from './model';
import type { Glimpse, Heat, Prediction } from './prediction';
import type { Run } from './run';
import type { Evaluation, OutputEvaluation } from './curves';
import type { Picture, Preparation, Sample } from './samples';
import type { WeightData } from './weights';
import type { SignOfLife } from './signOfLife';

interface About {
  readonly about: Subject;
}

/** Files whose weights go into a model. */
export interface WeightImport {
  readonly files: readonly NamedBlob[];
  /** Layers of the same shapes take them in the file's order, where nothing else says whose they are. */
  readonly byOrder?: boolean;
}

/** Everything the engine can be asked, and what it answers. */
export interface Protocol {
  /** The backend in use stays where it is this one. */
  backend(asked: { readonly force: BackendName | 'auto' }): BackendInfo;
  /** Brings the model before anything else is asked of it, with these weights where they are given. */
  load(asked: About & { readonly weights: WeightData | null }): {
    readonly parameters: number;
    readonly milliseconds: number;
  };
  /** What the model's weights would be; nothing is brought for that. */
  model(asked: About): ModelState;
  /** Anew, or on from where the model is. Another run, whosesoever it is, is stopped first. */
  train(asked: About & { readonly training: Training; readonly resume: boolean }): Run;
  pause(asked: object): null;
  resume(asked: object): null;
  /** Ends runs after the batch, and what is being loaded. */
  stop(asked: object): null;
  evaluate(asked: About & { readonly training: Training }): Evaluation;
  /**
   * Uses the test: how the model that was learned in this run does on samples that neither training nor validation has seen;
   * it is kept with the run, and how often. Not where the model is no longer that of the run (`notTrained`).
   */
  test(asked: About & { readonly run: Run }): Run;
  /** How much the model needs each column of its table, by the validation samples of this run. */
  importance(asked: About & { readonly run: Run }): Importance;
  /** What a linear model gets on the validation samples of this run, when it learns from the same rows of its table. */
  linear(asked: About & { readonly run: Run }): OutputEvaluation;
  predict(
    asked: About & {
      readonly sample: Sample;
      /** Layers whose outputs are wanted too, by path: inside a backbone `backbone/layer`. */
      readonly layers: readonly string[];
      readonly preparation?: Preparation;
    },
  ): Prediction;
  /** As `predict`, but not for a panel that shows the newest answer only: neither takes the other's place. */
  probe(asked: Parameters<Protocol['predict']>[0]): Prediction;
  /**
   * A look at a model that is being trained, at what it costs: the layers' outputs for a sample, small, and histograms of
   * their weights. Of a model that keeps its state it takes a sample of null: a sample would change what it has seen.
   */
  glimpse(
    asked: About & {
      readonly sample: Sample | null;
      readonly layers: readonly string[];
      readonly preparation?: Preparation;
    },
  ): Glimpse;
  /** By sample, by output: the values; fewer samples where it was cancelled. */
  predictMany(
    asked: About & { readonly samples: readonly Sample[]; readonly preparation?: Preparation },
  ): readonly (readonly Float32Array<ArrayBuffer>[])[];
  /**
   * Grad-CAM (Selvaraju et al. 2017): which places of a layer's output speak for a class. `path` is the layer's name,
   * inside a backbone `backbone/layer`; `classIndex` null takes the likeliest.
   */
  gradCam(
    asked: About & {
      readonly sample: Sample;
      readonly path: string;
      readonly classIndex: number | null;
      readonly preparation?: Preparation;
    },
  ): Heat;
  /** A picture under random changes, as a training epoch would see it. */
  augmented(asked: {
    readonly picture: Picture;
    readonly augmentation: Augmentation;
    readonly count: number;
    readonly seed: number;
  }): readonly Picture[];
  weights(asked: About): WeightData;
  /**
   * Puts the weights of a file (or of a `model.json` and its shards) into the model: all of them, or none. Where only their
   * order says whose they are, it is refused (`weightsByOrder`) until the order is accepted.
   */
  importWeights(asked: About & WeightImport): MatchReport;
  /** The model as a file, as it is at this moment, with the document inside; not with random weights. */
  save(asked: About & { readonly format: SavedFormat; readonly document: SavedModel['document'] }): Blob;
  /** What is wrong with chosen files: can they be read as weights and, where a plan is given, do they hold all of its? */
  checkWeights(asked: { readonly plan: Plan | null; readonly files: readonly NamedBlob[] }): ChosenTrouble | null;
  /** What a saved model says of itself besides its weights. */
  savedContents(asked: { readonly files: readonly NamedBlob[] }): SavedContents;
  runs(asked: { readonly project: string }): readonly Run[];
  /** Forgets one run, or with `null` all that is kept of the project. */
  forget(asked: { readonly project: string; readonly run: string | null }): null;
  /** Keeps a run that was forgotten, as it was. */
  remember(asked: { readonly project: string; readonly run: Run }): null;
  /** What is kept of a project is kept of another, too: its runs, what its model has learned, the file that it starts from. */
  copy(asked: { readonly from: string; readonly to: string }): null;
  /** Projects of which anything is kept: runs, a checkpoint, or files that the model starts from. */
  kept(asked: object): readonly string[];
  memory(asked: object): { readonly tensors: number; readonly bytes: number };
}

export type RequestType = keyof Protocol;

/** Page → worker. */
export type Request<T extends RequestType = RequestType> = {
  [Each in T]: { readonly type: Each } & Parameters<Protocol[Each]>[0];
}[T];

export type Answer<T extends RequestType = RequestType> = ReturnType<Protocol[T]>;

/** How a request is told that nobody waits for it any more. */
export interface Ends {
  /** This one is cancelled. */
  readonly cancelled: AbortSignal;
  /** Runs and loads are. */
  readonly stopped: AbortSignal;
}

/** What answers each request. */
export type Handlers = { readonly [T in RequestType]: (request: Request<T>, ends: Ends) => Promise<Answer<T>> };

/**
 * A request on its way: a plan that was sent last is null and known by its number, because copying a large one takes longer
 * than a prediction.
 */
export type Sent<R = Request> = R extends { readonly about: Subject }
  ? Omit<R, 'about'> & {
      readonly about: Omit<Subject, 'plan'> & { readonly plan: Plan | null; readonly number: number };
    }
  : R;

/** `id` is answered exactly once, by `done` or `error`; also where it was cancelled. */
export type ToWorker = { readonly id: number } & (Sent | { readonly type: 'cancel' });

/** Worker → page. `event`s come in between, throttled to the screen; `alive` at once, then every second until all is answered. */
export type FromWorker =
  | { readonly id: number; readonly type: 'done'; readonly answer: Answer }
  | { readonly id: number; readonly type: 'error'; readonly error: EngineTrouble }
  | { readonly type: 'event'; readonly event: EngineEvent }
  | { readonly type: 'alive'; readonly sign: SignOfLife };
