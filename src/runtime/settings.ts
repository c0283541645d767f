import type { Interpolation } from '../data/photos/photos';
import type { ScheduleChoice } from '../document/training/schedules';
import type { LossName, LossSettings } from '../document/training/losses';
import type { MetricName } from '../document/training/metrics';
import type { OptimizerChoice } from '../document/training/trainingChoices';
import type { Augmentation } from '../engine/input/augment';
import type { EarlyStopping } from '../engine/training/earlyStopping';
import type { Preprocessing } from '../pretrained/preprocessing';

/** How an output is judged, and how much it counts in the total loss. */
export interface OutputSettings {
  readonly loss: LossName;
  /** Those that are not as Keras has them. */
  readonly lossSettings?: LossSettings;
  readonly weight: number;
  /** What is measured while training, besides the loss. */
  readonly metrics: readonly MetricName[];
}

/** How the model is trained; all names are Keras's. */
export interface Settings {
  /** One per output of the model, in its order. */
  readonly outputs: readonly OutputSettings[];
  /** Settings that are left out are Keras's. */
  readonly optimizer: OptimizerChoice;
  /** How the learning rate changes while it is trained. */
  readonly learningRateSchedule: ScheduleChoice;
  /** `balanced`: while training, rare classes count as much as frequent ones; `none`: every sample alike. */
  readonly classWeight: 'none' | 'balanced';
  readonly batchSize: number;
  readonly epochs: number;
  /** Share of the samples held back for validation; null takes the data's own split. */
  readonly validationSplit: number | null;
  readonly shuffle: boolean;
  /** Decides first weights, the order of the samples, dropout and the random changes of pictures. */
  readonly seed: number;
  /** How values 0 … 255 of pictures are prepared. */
  readonly preprocessing: Preprocessing;
  /** How photos get the size that the model takes. */
  readonly interpolation: Interpolation;
  /** Are pictures in one channel drawings, light on black? Those on light paper are turned then. */
  readonly drawings: boolean;
  /** Random changes of pictures while training. */
  readonly augmentation: Augmentation & { readonly enabled: boolean };
  /**
   * Where the model begins with layers that are not trained, what they give is computed once, for so many random changes of
   * each picture, which take turns (0: new ones every epoch); null computes it every time.
   */
  readonly variants: number | null;
  /** What the second phase trains besides the head (`npm run train -- --fine-tune`); null where there is no backbone. */
  readonly fineTuned: { readonly backbone: string; readonly layers: readonly string[] } | null;
  readonly earlyStopping: EarlyStopping;
  /** What large outputs of a layer cost, by layer; a layer of a backbone has its name before its own: `backbone/layer`. */
  readonly activityRegularizers: Readonly<Record<string, { readonly l1: number; readonly l2: number }>>;
  /** Layers whose name in the editor is another: it seeds their first weights. */
  readonly editorNames: Readonly<Record<string, string>>;
}

/** What decides how a picture becomes a sample. */
export type Sizing = Pick<Settings, 'interpolation' | 'drawings'>;
