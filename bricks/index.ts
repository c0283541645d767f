import type { AnyBrick } from '../src/brick/brick';
import activation from './activation/activation';
import activityRegularization from './dropout/activityRegularization';
import adaptiveAveragePooling2d from './pooling/adaptiveAveragePooling2d';
import adaptiveMaxPooling2d from './pooling/adaptiveMaxPooling2d';
import add from './merge/add';
import alphaDropout from './dropout/alphaDropout';
import average from './merge/average';
import averagePooling1d from './pooling/averagePooling1d';
import averagePooling2d from './pooling/averagePooling2d';
import averagePooling3d from './pooling/averagePooling3d';
import batchNormalization from './normalization/batchNormalization';
import bidirectional from './wrapper/bidirectional';
import categoryEncoding from './augmentation/categoryEncoding';
import centerCrop from './augmentation/centerCrop';
import concatenate from './merge/concatenate';
import conv1d from './convolution/conv1d';
import conv1dTranspose from './convolution/conv1dTranspose';
import conv2d from './convolution/conv2d';
import conv2dTranspose from './convolution/conv2dTranspose';
import conv3d from './convolution/conv3d';
import cropping1d from './shape/cropping1d';
import cropping2d from './shape/cropping2d';
import cropping3d from './shape/cropping3d';
import dense from './core/dense';
import depthwiseConv1d from './convolution/depthwiseConv1d';
import depthwiseConv2d from './convolution/depthwiseConv2d';
import discretization from './augmentation/discretization';
import dot from './merge/dot';
import dropout from './dropout/dropout';
import elu from './activation/elu';
import embedding from './core/embedding';
import flatten from './shape/flatten';
import gaussianDropout from './dropout/gaussianDropout';
import gaussianNoise from './dropout/gaussianNoise';
import globalAveragePooling1d from './pooling/globalAveragePooling1d';
import globalAveragePooling2d from './pooling/globalAveragePooling2d';
import globalAveragePooling3d from './pooling/globalAveragePooling3d';
import globalMaxPooling1d from './pooling/globalMaxPooling1d';
import globalMaxPooling2d from './pooling/globalMaxPooling2d';
import globalMaxPooling3d from './pooling/globalMaxPooling3d';
import groupNormalization from './normalization/groupNormalization';
import gru from './recurrent/gru';
import identity from './core/identity';
import inputImage from './data/inputImage';
import inputSequence from './data/inputSequence';
import inputText from './data/inputText';
import inputVector from './data/inputVector';
import inputVideo from './data/inputVideo';
import layerNormalization from './normalization/layerNormalization';
import leakyReLU from './activation/leakyReLU';
import lstm from './recurrent/lstm';
import masking from './recurrent/masking';
import maxPooling1d from './pooling/maxPooling1d';
import maxPooling2d from './pooling/maxPooling2d';
import maxPooling3d from './pooling/maxPooling3d';
import maximum from './merge/maximum';
import minimum from './merge/minimum';
import multiply from './merge/multiply';
import normalization from './augmentation/normalization';
import permute from './shape/permute';
import preLU from './activation/preLU';
import pretrainedBackbone from './pretrained/pretrainedBackbone';
import randomBrightness from './augmentation/randomBrightness';
import randomContrast from './augmentation/randomContrast';
import randomFlip from './augmentation/randomFlip';
import randomRotation from './augmentation/randomRotation';
import randomTranslation from './augmentation/randomTranslation';
import randomZoom from './augmentation/randomZoom';
import relu from './activation/relu';
import repeatVector from './shape/repeatVector';
import rescaling from './augmentation/rescaling';
import reshape from './shape/reshape';
import resizing from './augmentation/resizing';
import rmsNormalization from './normalization/rmsNormalization';
import separableConv1d from './convolution/separableConv1d';
import separableConv2d from './convolution/separableConv2d';
import simpleRnn from './recurrent/simpleRnn';
import softmax from './activation/softmax';
import spatialDropout1d from './dropout/spatialDropout1d';
import spatialDropout2d from './dropout/spatialDropout2d';
import spatialDropout3d from './dropout/spatialDropout3d';
import subtract from './merge/subtract';
import thresholdedReLU from './activation/thresholdedReLU';
import timeDistributed from './wrapper/timeDistributed';
import unitNormalization from './normalization/unitNormalization';
import upSampling1d from './shape/upSampling1d';
import upSampling2d from './shape/upSampling2d';
import upSampling3d from './shape/upSampling3d';
import zeroPadding1d from './shape/zeroPadding1d';
import zeroPadding2d from './shape/zeroPadding2d';
import zeroPadding3d from './shape/zeroPadding3d';

/** All bricks in the palette's order: by category, the most used first. */
export const brickList: readonly AnyBrick[] = [
  inputImage,
  inputVector,
  inputSequence,
  inputText,
  inputVideo,
  conv2d,
  conv1d,
  conv2dTranspose,
  conv1dTranspose,
  conv3d,
  separableConv2d,
  separableConv1d,
  depthwiseConv2d,
  depthwiseConv1d,
  maxPooling2d,
  maxPooling1d,
  maxPooling3d,
  averagePooling2d,
  averagePooling1d,
  averagePooling3d,
  globalAveragePooling2d,
  globalAveragePooling1d,
  globalAveragePooling3d,
  globalMaxPooling2d,
  globalMaxPooling1d,
  globalMaxPooling3d,
  adaptiveAveragePooling2d,
  adaptiveMaxPooling2d,
  dense,
  embedding,
  identity,
  dropout,
  spatialDropout1d,
  spatialDropout2d,
  spatialDropout3d,
  gaussianNoise,
  gaussianDropout,
  alphaDropout,
  activityRegularization,
  activation,
  relu,
  leakyReLU,
  preLU,
  elu,
  thresholdedReLU,
  softmax,
  batchNormalization,
  layerNormalization,
  groupNormalization,
  unitNormalization,
  rmsNormalization,
  flatten,
  reshape,
  repeatVector,
  permute,
  zeroPadding2d,
  zeroPadding1d,
  zeroPadding3d,
  cropping2d,
  cropping1d,
  cropping3d,
  upSampling2d,
  upSampling1d,
  upSampling3d,
  add,
  subtract,
  multiply,
  average,
  maximum,
  minimum,
  concatenate,
  dot,
  rescaling,
  normalization,
  discretization,
  categoryEncoding,
  resizing,
  centerCrop,
  randomFlip,
  randomRotation,
  randomZoom,
  randomTranslation,
  randomContrast,
  randomBrightness,
  lstm,
  gru,
  simpleRnn,
  masking,
  timeDistributed,
  bidirectional,
  pretrainedBackbone,
];

/** All bricks by type. */
export const bricks: Readonly<Record<string, AnyBrick>> = Object.fromEntries(
  brickList.map((brick) => [brick.type, brick]),
);
