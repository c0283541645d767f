import './activations';
import { AlphaDropout } from './alphaDropout';
import { AxisSoftmax } from './axisSoftmax';
import { BatchNormalization } from './batchNormalization';
import { Bidirectional } from './bidirectional';
import { BroadcastMaximum } from './broadcastMaximum';
import { BroadcastMinimum } from './broadcastMinimum';
import { CenterCrop } from './centerCrop';
import { Convolution } from './convolution';
import { Cropping } from './cropping';
import { DepthwiseConvolution } from './depthwiseConvolution';
import { GaussianDropout } from './gaussianDropout';
import { GaussianNoise } from './gaussianNoise';
import { GlobalPooling } from './globalPooling';
import { GroupNormalization } from './groupNormalization';
import { Gru } from './gru';
import { LayerNormalization } from './layerNormalization';
import { Lstm } from './lstm';
import { MaskedSteps } from './maskedSteps';
import { OpenConcatenate } from './openConcatenate';
import { OpenShape } from './openShape';
import { Pooling3d } from './pooling3d';
import { RandomBrightness } from './randomBrightness';
import { RandomContrast } from './randomContrast';
import { RandomFlip } from './randomFlip';
import { RandomRotation } from './randomRotation';
import { RandomTranslation } from './randomTranslation';
import { RandomZoom } from './randomZoom';
import { Rescaling } from './rescaling';
import { Resizing } from './resizing';
import type { LayerContext } from './runState';
import { ScaledElu } from './scaledElu';
import { SeededDropout } from './seededDropout';
import { SeparableConvolution } from './separableConvolution';
import { SharedPReLU } from './sharedPReLU';
import { SimpleRnn } from './simpleRnn';
import { SlopedReLU } from './slopedReLU';
import { SpatialDropout } from './spatialDropout';
import { Subtract } from './subtract';
import type { layers } from './tfjsLayers';
import { TimeDistributed } from './timeDistributed';
import { UnitNormalization } from './unitNormalization';
import { UpSampling } from './upSampling';
import { WideDot } from './wideDot';
import { ZeroPadding } from './zeroPadding';

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
  centerCrop: CenterCrop,
  convolution: Convolution,
  cropping: Cropping,
  depthwiseConvolution: DepthwiseConvolution,
  dropout: SeededDropout,
  gaussianDropout: GaussianDropout,
  gaussianNoise: GaussianNoise,
  globalPooling: GlobalPooling,
  groupNormalization: GroupNormalization,
  gru: Gru,
  layerNormalization: LayerNormalization,
  lstm: Lstm,
  maskedSteps: MaskedSteps,
  openConcatenate: OpenConcatenate,
  openShape: OpenShape,
  pooling3d: Pooling3d,
  randomBrightness: RandomBrightness,
  randomContrast: RandomContrast,
  randomFlip: RandomFlip,
  randomRotation: RandomRotation,
  randomTranslation: RandomTranslation,
  randomZoom: RandomZoom,
  rescaling: Rescaling,
  resizing: Resizing,
  scaledElu: ScaledElu,
  separableConvolution: SeparableConvolution,
  simpleRnn: SimpleRnn,
  sharedPReLU: SharedPReLU,
  slopedReLU: SlopedReLU,
  spatialDropout1d: SpatialDropout,
  spatialDropout: SpatialDropout,
  subtract: Subtract,
  timeDistributed: TimeDistributed,
  unitNormalization: UnitNormalization,
  upSampling: UpSampling,
  wideDot: WideDot,
  zeroPadding: ZeroPadding,
};

export const ownLayers = table as unknown as Readonly<Record<string, AnyLayer | undefined>>;
