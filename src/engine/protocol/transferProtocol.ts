import type { Plan } from '../../compile/plan';
import type { Augmentation } from '../../document/augmentation';
import type { NamedBlob, WeightFileTrouble } from '../../formats/weights/weightFile';
import type { MatchReport } from '../../pretrained/matching/matchReport';
import type { ChosenTrouble } from '../../pretrained/verifyChosen';
import type { Picture, Preparation, Sample } from './protocol';

/** What transfer learning asks of the engine, beside `Request`. */
export type TransferRequest =
  /** Puts the weights of a file (or of a `model.json` and its shards) into the loaded model: all of them, or none. */
  | { readonly type: 'importWeights'; readonly files: readonly NamedBlob[] }
  /** Which model of a project starts from a file that is kept here. */
  | { readonly type: 'imported'; readonly project: string }
  /** What is wrong with chosen files: can they be read as weights and, where a plan is given, do they hold all of its? */
  | { readonly type: 'checkWeights'; readonly plan: Plan | null; readonly files: readonly NamedBlob[] }
  /** The text of the document that DeepBrick wrote into a saved model. */
  | { readonly type: 'savedDocument'; readonly files: readonly NamedBlob[] }
  /** What the model says about many samples, one after the other; `cancelMany` ends it early. */
  | { readonly type: 'predictMany'; readonly samples: readonly Sample[]; readonly preparation?: Preparation }
  | { readonly type: 'cancelMany' }
  /**
   * Grad-CAM (Selvaraju et al. 2017): which places of a layer's output speak for a class. `path` is the layer's name,
   * inside a backbone `backbone/layer`; `classIndex` null takes the likeliest.
   */
  | {
      readonly type: 'gradCam';
      readonly sample: Sample;
      readonly path: string;
      readonly classIndex: number | null;
      readonly preparation?: Preparation;
    }
  /** A picture under random changes, as a training epoch would see it. */
  | {
      readonly type: 'augmented';
      readonly picture: Picture;
      readonly augmentation: Augmentation;
      readonly count: number;
      readonly seed: number;
    };

export interface TransferAnswers {
  importWeights: MatchReport;
  /** Its fingerprint; null where there is none. */
  imported: string | null;
  checkWeights: ChosenTrouble | null;
  /** Null in a file of another program. */
  savedDocument: string | null;
  /** By sample, by output: the values; fewer samples where it was cancelled. */
  predictMany: readonly (readonly Float32Array<ArrayBuffer>[])[];
  cancelMany: null;
  gradCam: Heat;
  augmented: readonly Picture[];
}

/**
 * Where a class is seen: `[height, width]` values 0 … 1. Of a single probability 1 is the class it speaks for, 0 the other,
 * whose score is what is missing to 1.
 */
export interface Heat {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array<ArrayBuffer>;
  readonly classIndex: number;
  readonly score: number;
}

/** Where the frozen part of a model ends, what is kept of it, and what that saves. */
export interface Cut {
  /** Layers whose outputs are kept, by path. */
  readonly layers: readonly string[];
  /** Layers before the cut. */
  readonly frozen: number;
  readonly bytes: number;
  readonly where: 'memory' | 'disk';
  /** The disk has no room for all of it: the next page computes the rest again. */
  readonly full: boolean;
  /** Pictures computed anew, and taken from before. */
  readonly computed: number;
  readonly reused: number;
  /** What computing took, now or whenever it was done. */
  readonly seconds: number;
  /** What every epoch is shorter by. */
  readonly savedPerEpoch: number;
}

/** Why no features are kept. */
export type NoCut = 'off' | 'nothingFrozen' | 'augmented' | 'noRoom';

/** Events of transfer learning, beside `EngineEvent`. */
export type TransferEvent =
  /** Weights on their way onto the device, in bytes. */
  | { readonly type: 'weights'; readonly name: string; readonly done: number; readonly total: number }
  /** Photos being decoded. */
  | { readonly type: 'decoding'; readonly done: number; readonly total: number }
  /** The frozen part being computed, in pictures. */
  | { readonly type: 'features'; readonly done: number; readonly total: number }
  | { readonly type: 'many'; readonly done: number; readonly total: number }
  | { readonly type: 'cut'; readonly cut: Cut | NoCut };

/** Engine trouble of transfer learning, beside `EngineError`. */
export type TransferError =
  /** The weights are not in the cache yet: they must be downloaded or chosen. */
  | { readonly code: 'weightsMissing'; readonly data: { readonly id: string; readonly bytes: number | null } }
  | { readonly code: 'weightsMismatch'; readonly data: { readonly name: string; readonly report: MatchReport } }
  | { readonly code: 'weightsUnreadable'; readonly data: { readonly trouble: WeightFileTrouble } }
  /** The model has a file's weights, but there is no room for the file, or its keeping was cancelled. */
  | { readonly code: 'startNotKept'; readonly data: { readonly name: string; readonly bytes: number } }
  /** The file that the model started from was deleted from this device. */
  | { readonly code: 'startGone'; readonly data: { readonly name: string } }
  /** The layer's output has no places, so nothing can be shown on the picture. */
  | { readonly code: 'notSpatial'; readonly data: { readonly layer: string } };
