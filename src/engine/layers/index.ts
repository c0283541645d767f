import './activation/activations';
import { AlphaDropout } from './noise/alphaDropout';
import { AxisSoftmax } from './activation/axisSoftmax';
import { BatchNormalization } from './normalization/batchNormalization';
import { Bidirectional } from './recurrent/bidirectional';
import { BroadcastMaximum } from './merge/broadcastMaximum';
import { BroadcastMinimum } from './merge/broadcastMinimum';
import { CenterCrop } from './shape/centerCrop';
import { Convolution } from './convolution/convolution';
import { Cropping } from './shape/cropping';
import { DepthwiseConvolution } from './convolution/depthwiseConvolution';
import { GaussianDropout } from './noise/gaussianDropout';
import { GaussianNoise } from './noise/gaussianNoise';
import { GlobalPooling } from './pooling/globalPooling';
import { GroupNormalization } from './normalization/groupNormalization';
import { Gru } from './recurrent/gru';
import { LayerNormalization } from './normalization/layerNormalization';
import { Lstm } from './recurrent/lstm';
import { MaskedSteps } from './recurrent/maskedSteps';
import { OpenConcatenate } from './merge/openConcatenate';
import { OpenShape } from './shape/openShape';
import { Pooling3d } from './pooling/pooling3d';
import { RandomBrightness } from './augmentation/randomBrightness';
import { RandomContrast } from './augmentation/randomContrast';
import { RandomFlip } from './augmentation/randomFlip';
import { RandomRotation } from './augmentation/randomRotation';
import { RandomTranslation } from './augmentation/randomTranslation';
import { RandomZoom } from './augmentation/randomZoom';
import { Rescaling } from './shape/rescaling';
import { Resizing } from './shape/resizing';
import type { LayerContext } from './runState';
import { ScaledElu } from './activation/scaledElu';
import { SeededDropout } from './noise/seededDropout';
import { SeparableConvolution } from './convolution/separableConvolution';
import { SharedPReLU } from './activation/sharedPReLU';
import { SimpleRnn } from './recurrent/simpleRnn';
import { SlopedReLU } from './activation/slopedReLU';
import { SpatialDropout } from './noise/spatialDropout';
import { Subtract } from './merge/subtract';
import type { layers } from './tfjsLayers';
import { TimeDistributed } from './recurrent/timeDistributed';
import { UnitNormalization } from './normalization/unitNormalization';
import { UpSampling } from './shape/upSampling';
import { WideDot } from './merge/wideDot';
import { ZeroPadding } from './shape/zeroPadding';

export type { LayerContext };

type OwnLayer = new (config: never, context: LayerContext) => layers.Layer;
type AnyLayer = new (config: Record<string, unknown>, context: LayerContext) => layers.Layer;

/** Our layers by the name that a plan calls them, and those that always stand for a factory of tf.layers. */
const table: Readonly<Record<string, OwnLayer>> = {
  'noise/alphaDropout': AlphaDropout,
  'activation/axisSoftmax': AxisSoftmax,
  'normalization/batchNormalization': BatchNormalization,
  'recurrent/bidirectional': Bidirectional,
  'merge/broadcastMaximum': BroadcastMaximum,
  'merge/broadcastMinimum': BroadcastMinimum,
  'shape/centerCrop': CenterCrop,
  'convolution/convolution': Convolution,
  'shape/cropping': Cropping,
  'convolution/depthwiseConvolution': DepthwiseConvolution,
  dropout: SeededDropout,
  gaussianDropout: GaussianDropout,
  gaussianNoise: GaussianNoise,
  'pooling/globalPooling': GlobalPooling,
  'normalization/groupNormalization': GroupNormalization,
  'recurrent/gru': Gru,
  'normalization/layerNormalization': LayerNormalization,
  'recurrent/lstm': Lstm,
  'recurrent/maskedSteps': MaskedSteps,
  'merge/openConcatenate': OpenConcatenate,
  'shape/openShape': OpenShape,
  'pooling/pooling3d': Pooling3d,
  'augmentation/randomBrightness': RandomBrightness,
  'augmentation/randomContrast': RandomContrast,
  'augmentation/randomFlip': RandomFlip,
  'augmentation/randomRotation': RandomRotation,
  'augmentation/randomTranslation': RandomTranslation,
  'augmentation/randomZoom': RandomZoom,
  'shape/rescaling': Rescaling,
  'shape/resizing': Resizing,
  'activation/scaledElu': ScaledElu,
  'convolution/separableConvolution': SeparableConvolution,
  'recurrent/simpleRnn': SimpleRnn,
  'activation/sharedPReLU': SharedPReLU,
  'activation/slopedReLU': SlopedReLU,
  spatialDropout1d: SpatialDropout,
  'noise/spatialDropout': SpatialDropout,
  'merge/subtract': Subtract,
  'recurrent/timeDistributed': TimeDistributed,
  'normalization/unitNormalization': UnitNormalization,
  'shape/upSampling': UpSampling,
  'merge/wideDot': WideDot,
  'shape/zeroPadding': ZeroPadding,
};

export const ownLayers = table as unknown as Readonly<Record<string, AnyLayer | undefined>>;
