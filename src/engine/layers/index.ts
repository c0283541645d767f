import { BatchNormalization } from './batchNormalization';
import { BroadcastMaximum } from './broadcastMaximum';
import { BroadcastMinimum } from './broadcastMinimum';
import { Convolution } from './convolution';
import { GlobalPooling } from './globalPooling';
import type { LayerContext } from './runState';
import { SeededDropout } from './seededDropout';
import { SlopedReLU } from './slopedReLU';
import { Subtract } from './subtract';
import type { layers } from './tfjsLayers';
import { WideDot } from './wideDot';

export type { LayerContext };

type OwnLayer = new (config: never, context: LayerContext) => layers.Layer;
type AnyLayer = new (config: Record<string, unknown>, context: LayerContext) => layers.Layer;

/** Our layers by the name that a plan calls them, and those that always stand for a factory of tf.layers. */
const table: Readonly<Record<string, OwnLayer>> = {
  batchNormalization: BatchNormalization,
  broadcastMaximum: BroadcastMaximum,
  broadcastMinimum: BroadcastMinimum,
  convolution: Convolution,
  dropout: SeededDropout,
  globalPooling: GlobalPooling,
  slopedReLU: SlopedReLU,
  subtract: Subtract,
  wideDot: WideDot,
};

export const ownLayers = table as unknown as Readonly<Record<string, AnyLayer | undefined>>;
