import { AlphaDropout } from './alphaDropout';
import { AxisSoftmax } from './axisSoftmax';
import { BatchNormalization } from './batchNormalization';
import { Bidirectional } from './bidirectional';
import { BroadcastMaximum } from './broadcastMaximum';
import { BroadcastMinimum } from './broadcastMinimum';
import { Convolution } from './convolution';
import { GaussianDropout } from './gaussianDropout';
import { GaussianNoise } from './gaussianNoise';
import { GlobalPooling } from './globalPooling';
import { GroupNormalization } from './groupNormalization';
import { Gru } from './gru';
import { LayerNormalization } from './layerNormalization';
import { Lstm } from './lstm';
import type { LayerContext } from './runState';
import { ScaledElu } from './scaledElu';
import { SeededDropout } from './seededDropout';
import { SimpleRnn } from './simpleRnn';
import { SlopedReLU } from './slopedReLU';
import { SpatialDropout } from './spatialDropout';
import { Subtract } from './subtract';
import type { layers } from './tfjsLayers';
import { TimeDistributed } from './timeDistributed';
import { UnitNormalization } from './unitNormalization';
import { WideDot } from './wideDot';

export type { LayerContext };

type OwnLayer = new (config: never, context: LayerContext) => layers.Layer;
type AnyLayer = new (config: Record<string, unknown>, context: LayerContext) => layers.Layer;

/** Our layers by the name that a plan calls them, and those that always stand for a factory of tf.layers. */
const table: Readonly<Record<string, OwnLayer>> = {
  alphaDropout: AlphaDropout,
  axisSoftmax: AxisSoftmax,
  batchNormalization: BatchNormalization,
  bidirectional: Bidirectional,
  broadcastMaximum: BroadcastMaximum,
  broadcastMinimum: BroadcastMinimum,
  convolution: Convolution,
  dropout: SeededDropout,
  gaussianDropout: GaussianDropout,
  gaussianNoise: GaussianNoise,
  globalPooling: GlobalPooling,
  groupNormalization: GroupNormalization,
  gru: Gru,
  layerNormalization: LayerNormalization,
  lstm: Lstm,
  scaledElu: ScaledElu,
  simpleRnn: SimpleRnn,
  slopedReLU: SlopedReLU,
  spatialDropout1d: SpatialDropout,
  spatialDropout: SpatialDropout,
  subtract: Subtract,
  timeDistributed: TimeDistributed,
  unitNormalization: UnitNormalization,
  wideDot: WideDot,
};

export const ownLayers = table as unknown as Readonly<Record<string, AnyLayer | undefined>>;
