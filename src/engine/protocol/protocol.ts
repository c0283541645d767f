import type { Plan } from '../../compile/plan';
import type { Augmentation } from '../../document/augmentation';
import type { Training } from '../../document/training';
import type { NamedBlob } from '../../formats/weights/weightFile';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import type { ChosenTrouble } from '../../pretrained/verifyChosen';
import type { BackendInfo, BackendName } from './backendInfo';
import type { EngineError } from './engineError';
import type { EngineEvent } from './events';
import type { Heat, Prediction } from './prediction';
import type { Evaluation, Run } from './run';
import type { Picture, Preparation, Sample } from './samples';
import type { WeightData } from './weights';

/** Everything the engine can be asked, and what it answers. */
export interface Protocol {
  backend(asked: { readonly force: BackendName | 'auto' }): BackendInfo;
  /** A plan with the layers of the loaded one, and `null` weights, keeps weights and history. */
  load(asked: {
    readonly plan: Plan;
    readonly project: string;
    readonly seed: number;
    readonly weights: WeightData | null;
  }): { readonly parameters: number; readonly milliseconds: number };
  /** The last checkpoint's run where one fits this plan, else null. */
  restore(asked: { readonly project: string; readonly plan: Plan }): Run | null;
  train(asked: { readonly training: Training; readonly resume: boolean }): Run;
  pause(asked: object): null;
  resume(asked: object): null;
  stop(asked: object): null;
  evaluate(asked: { readonly training: Training }): Evaluation;
  predict(asked: {
    readonly sample: Sample;
    /** Layers whose outputs are wanted too, by path: inside a backbone `backbone/layer`. */
    readonly layers: readonly string[];
    readonly preparation?: Preparation;
  }): Prediction;
  /** By sample, by output: the values; fewer samples where `cancelMany` ended it. */
  predictMany(asked: {
    readonly samples: readonly Sample[];
    readonly preparation?: Preparation;
  }): readonly (readonly Float32Array<ArrayBuffer>[])[];
  cancelMany(asked: object): null;
  /**
   * Grad-CAM (Selvaraju et al. 2017): which places of a layer's output speak for a class. `path` is the layer's name,
   * inside a backbone `backbone/layer`; `classIndex` null takes the likeliest.
   */
  gradCam(asked: {
    readonly sample: Sample;
    readonly path: string;
    readonly classIndex: number | null;
    readonly preparation?: Preparation;
  }): Heat;
  /** A picture under random changes, as a training epoch would see it. */
  augmented(asked: {
    readonly picture: Picture;
    readonly augmentation: Augmentation;
    readonly count: number;
    readonly seed: number;
  }): readonly Picture[];
  weights(asked: object): WeightData;
  /** Puts the weights of a file (or of a `model.json` and its shards) into the loaded model: all of them, or none. */
  importWeights(asked: { readonly files: readonly NamedBlob[] }): MatchReport;
  /** The fingerprint of a project's model that starts from a file which is kept here; null where there is none. */
  imported(asked: { readonly project: string }): string | null;
  /** What is wrong with chosen files: can they be read as weights and, where a plan is given, do they hold all of its? */
  checkWeights(asked: { readonly plan: Plan | null; readonly files: readonly NamedBlob[] }): ChosenTrouble | null;
  /** The text of the document that DeepBrick wrote into a saved model; null in a file of another program. */
  savedDocument(asked: { readonly files: readonly NamedBlob[] }): string | null;
  runs(asked: { readonly project: string }): readonly Run[];
  /** Forgets one run, or with `null` all runs and the checkpoint of the project. */
  forget(asked: { readonly project: string; readonly run: string | null }): null;
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

/** What answers each request. */
export type Handlers = { readonly [T in RequestType]: (request: Request<T>) => Promise<Answer<T>> };

/** `id` is answered exactly once, by `done` or `error`. */
export type ToWorker = { readonly id: number } & Request;

/** Worker → page. `event`s come in between, throttled to the screen. */
export type FromWorker =
  | { readonly id: number; readonly type: 'done'; readonly answer: Answer }
  | { readonly id: number; readonly type: 'error'; readonly error: EngineError }
  | { readonly type: 'event'; readonly event: EngineEvent };
