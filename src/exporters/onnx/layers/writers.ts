import type { Call } from '../../../brick/call';
import { activation, elu, leakyReLU, reLU } from './activations';
import { preLU, softmax } from './axisActivations';
import { convolution, depthwiseConvolution, separableConvolution, transposedConvolution } from './convolutions';
import { dense, embedding } from './dense';
import { categoryEncoding, discretization, normalization } from './preparation';
import type { LayerWriter } from './layer';
import { anyUnlike, eitherMask, joinedMask, masking, nonZero } from './masks';
import { add, average, concatenate, dot, maximum, minimum, multiply, subtract } from './merges';
import {
  batchNormalization,
  groupNormalization,
  layerNormalization,
  rmsNormalization,
  unitNormalization,
} from './normalizations';
import {
  adaptiveAveragePooling,
  adaptiveMaxPooling,
  averagePooling,
  globalAveragePooling,
  globalMaxPooling,
  maxPooling,
} from './poolings';
import { bidirectional, recurrent } from './recurrent/recurrent';
import { centerCrop, rescaling, resizing, upSampling } from './resizing';
import { cropping, flatten, permute, repeatVector, reshaping, unchanged, zeroPadding } from './shaping';
import { timeDistributed } from './timeDistributed';

/** What writes a layer, by its class in Keras without the number of its axes. */
const writers: Readonly<Record<string, LayerWriter>> = {
  Activation: activation,
  ActivityRegularization: unchanged,
  AdaptiveAveragePooling: adaptiveAveragePooling,
  AdaptiveMaxPooling: adaptiveMaxPooling,
  Add: add,
  Average: average,
  AveragePooling: averagePooling,
  BatchNormalization: batchNormalization,
  Bidirectional: bidirectional,
  CategoryEncoding: categoryEncoding,
  CenterCrop: centerCrop,
  Concatenate: concatenate,
  Conv: convolution,
  ConvTranspose: transposedConvolution,
  Cropping: cropping,
  Dense: dense,
  DepthwiseConv: depthwiseConvolution,
  Discretization: discretization,
  Dot: dot,
  ELU: elu,
  Embedding: embedding,
  Flatten: flatten,
  GRU: recurrent,
  GlobalAveragePooling: globalAveragePooling,
  GlobalMaxPooling: globalMaxPooling,
  GroupNormalization: groupNormalization,
  Identity: unchanged,
  LSTM: recurrent,
  LayerNormalization: layerNormalization,
  LeakyReLU: leakyReLU,
  Masking: masking,
  MaxPooling: maxPooling,
  Maximum: maximum,
  Minimum: minimum,
  Multiply: multiply,
  Normalization: normalization,
  PReLU: preLU,
  Permute: permute,
  RMSNormalization: rmsNormalization,
  ReLU: reLU,
  RepeatVector: repeatVector,
  Rescaling: rescaling,
  Reshape: reshaping,
  Resizing: resizing,
  SeparableConv: separableConvolution,
  SimpleRNN: recurrent,
  Softmax: softmax,
  Subtract: subtract,
  TimeDistributed: timeDistributed,
  UnitNormalization: unitNormalization,
  UpSampling: upSampling,
  ZeroPadding: zeroPadding,
};

/** What stands between layers for TensorFlow.js, by our class that computes it. */
const between: Readonly<Record<string, LayerWriter>> = {
  'mask/nonZero': nonZero,
  'mask/anyUnlike': anyUnlike,
  'mask/eitherMask': eitherMask,
  'mask/joinedMask': joinedMask,
  'merge/copy': unchanged,
};

const found = (table: Readonly<Record<string, LayerWriter>>, name: string) =>
  Object.hasOwn(table, name) ? table[name]! : null;

/** What writes a layer of this kind; null where nothing does. */
export function writerOf({ keras, own, traits }: Call): LayerWriter | null {
  if (keras === '') return found(between, own ?? '');
  // Noise and random pictures are for training only.
  if (traits.random && traits.passesValues) return unchanged;
  return found(writers, keras.replace(/[1-3]D/, ''));
}
