import type { Training } from './training';
import type { OptimizerName } from './training/trainingChoices';

/** One-click way out of an issue; `applyFix` of `src/document/edits` does it. */
export type Fix =
  | { readonly kind: 'insert'; readonly brick: string; readonly before: string; readonly port: number }
  | { readonly kind: 'setParam'; readonly node: string; readonly param: string; readonly value: unknown }
  /** A parameter of the layer inside a wrapper. */
  | { readonly kind: 'setInner'; readonly node: string; readonly param: string; readonly value: string | number }
  | { readonly kind: 'addInput'; readonly brick: string; readonly to: string }
  | { readonly kind: 'remove'; readonly node: string }
  /** A new brick on top of an output, which it becomes. */
  | {
      readonly kind: 'append';
      readonly brick: string;
      readonly on: string;
      readonly params: Readonly<Record<string, string | number>>;
    }
  /** How the only output is judged, or (`output`) one of several. */
  | { readonly kind: 'setLoss'; readonly output: string | null; readonly loss: Training['loss'] }
  /** A brick of another kind in its place, under its name. */
  | {
      readonly kind: 'exchange';
      readonly node: string;
      readonly brick: string;
      readonly params: Readonly<Record<string, string | readonly number[]>>;
    }
  /** Asks for photos: nothing changes before there are some. */
  | { readonly kind: 'bringPhotos' }
  /** A new top for as many classes as the photos have. */
  | { readonly kind: 'newHead' }
  /** The template for one's own photos in a project of its own, with the photos that are chosen. */
  | { readonly kind: 'photosTemplate' }
  | { readonly kind: 'setDataset'; readonly dataset: string }
  | { readonly kind: 'setOptimizer'; readonly name: OptimizerName }
  | { readonly kind: 'setLearningRate'; readonly rate: number }
  | { readonly kind: 'setBatchSize'; readonly batchSize: number }
  | { readonly kind: 'setPreprocessing'; readonly preprocessing: Training['preprocessing'] }
  /** A layer of its own instead of another's called again. */
  | { readonly kind: 'ownWeights'; readonly node: string }
  | { readonly kind: 'disconnect'; readonly from: string; readonly to: string; readonly port: number };
