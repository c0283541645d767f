import type { Dataset } from '../../../../data/dataset';
import type { Interpolation } from '../../../../data/photos/photos';
import type { Augmentation } from '../../../../engine/input/augment';
import type { EarlyStopping } from '../../../../engine/training/earlyStopping';
import type { LossFunction } from '../../../../engine/training/losses';
import type { Preprocessing } from '../../../../pretrained/preprocessing';

/** What is measured while training, besides the loss. */
export type Metric = 'accuracy' | 'meanSquaredError' | 'meanAbsoluteError' | 'precision' | 'recall';

/** An optimizer with its settings, named as in Keras. */
export type OptimizerSettings = { readonly learningRate: number } & (
  | { readonly name: 'sgd' }
  | { readonly name: 'momentum'; readonly momentum: number; readonly nesterov: boolean }
  | { readonly name: 'adam' | 'adamax'; readonly beta1: number; readonly beta2: number; readonly epsilon: number }
  | {
      readonly name: 'rmsprop';
      readonly rho: number;
      readonly momentum: number;
      readonly epsilon: number;
      readonly centered: boolean;
    }
  | { readonly name: 'adagrad'; readonly initialAccumulatorValue: number }
  | { readonly name: 'adadelta'; readonly rho: number; readonly epsilon: number }
);

/** How an output is judged, and how much it counts in the total loss. */
export interface OutputSettings {
  readonly loss: LossFunction;
  readonly weight: number;
  readonly metrics: readonly Metric[];
}

/** How the model is trained. */
export interface Settings {
  /** What reads or makes the data; a text names data that this project does not contain. */
  readonly dataset: (() => Dataset) | string;
  /** One per output of the model, in its order. */
  readonly outputs: readonly OutputSettings[];
  readonly optimizer: OptimizerSettings;
  /** `balanced`: while training, rare classes count as much as frequent ones; `none`: every sample alike. */
  readonly classWeight: 'none' | 'balanced';
  readonly batchSize: number;
  readonly epochs: number;
  /** Share of the samples held back for validation; null takes the data's own split. */
  readonly validationSplit: number | null;
  readonly shuffle: boolean;
  /** Decides the order of the samples and the random changes of pictures. */
  readonly seed: number;
  /** How values 0 … 255 of pictures are prepared. */
  readonly preprocessing: Preprocessing;
  /** How photos get the size that the model takes. */
  readonly interpolation: Interpolation;
  /** Random changes of pictures while training. */
  readonly augmentation: Augmentation & { readonly enabled: boolean };
  /** What the second phase trains besides the head (`npm run train -- --fine-tune`); null where there is no backbone. */
  readonly fineTuned: { readonly backbone: string; readonly layers: readonly string[] } | null;
  readonly earlyStopping: EarlyStopping;
}
