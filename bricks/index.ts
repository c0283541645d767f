import type { AnyBrick } from '../src/brick/brick';
import activation from './activation';
import add from './add';
import alphaDropout from './alphaDropout';
import average from './average';
import averagePooling1d from './averagePooling1d';
import averagePooling2d from './averagePooling2d';
import averagePooling3d from './averagePooling3d';
import batchNormalization from './batchNormalization';
import bidirectional from './bidirectional';
import centerCrop from './centerCrop';
import concatenate from './concatenate';
import conv1d from './conv1d';
import conv2d from './conv2d';
import conv2dTranspose from './conv2dTranspose';
import conv3d from './conv3d';
import cropping1d from './cropping1d';
import cropping2d from './cropping2d';
import dense from './dense';
import depthwiseConv2d from './depthwiseConv2d';
import dot from './dot';
import dropout from './dropout';
import elu from './elu';
import embedding from './embedding';
import flatten from './flatten';
import gaussianDropout from './gaussianDropout';
import gaussianNoise from './gaussianNoise';
import globalAveragePooling1d from './globalAveragePooling1d';
import globalAveragePooling2d from './globalAveragePooling2d';
import globalMaxPooling1d from './globalMaxPooling1d';
import globalMaxPooling2d from './globalMaxPooling2d';
import groupNormalization from './groupNormalization';
import gru from './gru';
import inputImage from './inputImage';
import inputSequence from './inputSequence';
import inputText from './inputText';
import inputVector from './inputVector';
import inputVideo from './inputVideo';
import layerNormalization from './layerNormalization';
import leakyReLU from './leakyReLU';
import lstm from './lstm';
import masking from './masking';
import maxPooling1d from './maxPooling1d';
import maxPooling2d from './maxPooling2d';
import maxPooling3d from './maxPooling3d';
import maximum from './maximum';
import minimum from './minimum';
import multiply from './multiply';
import permute from './permute';
import preLU from './preLU';
import pretrainedBackbone from './pretrainedBackbone';
import randomBrightness from './randomBrightness';
import randomContrast from './randomContrast';
import randomFlip from './randomFlip';
import randomRotation from './randomRotation';
import randomTranslation from './randomTranslation';
import randomZoom from './randomZoom';
import relu from './relu';
import repeatVector from './repeatVector';
import rescaling from './rescaling';
import reshape from './reshape';
import resizing from './resizing';
import separableConv2d from './separableConv2d';
import simpleRnn from './simpleRnn';
import softmax from './softmax';
import spatialDropout1d from './spatialDropout1d';
import spatialDropout2d from './spatialDropout2d';
import spatialDropout3d from './spatialDropout3d';
import subtract from './subtract';
import thresholdedReLU from './thresholdedReLU';
import timeDistributed from './timeDistributed';
import unitNormalization from './unitNormalization';
import upSampling1d from './upSampling1d';
import upSampling2d from './upSampling2d';
import zeroPadding1d from './zeroPadding1d';
import zeroPadding2d from './zeroPadding2d';

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
  conv3d,
  separableConv2d,
  depthwiseConv2d,
  maxPooling2d,
  maxPooling1d,
  maxPooling3d,
  averagePooling2d,
  averagePooling1d,
  averagePooling3d,
  globalAveragePooling2d,
  globalAveragePooling1d,
  globalMaxPooling2d,
  globalMaxPooling1d,
  dense,
  embedding,
  dropout,
  spatialDropout1d,
  spatialDropout2d,
  spatialDropout3d,
  gaussianNoise,
  gaussianDropout,
  alphaDropout,
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
  flatten,
  reshape,
  repeatVector,
  permute,
  zeroPadding2d,
  zeroPadding1d,
  cropping2d,
  cropping1d,
  upSampling2d,
  upSampling1d,
  add,
  subtract,
  multiply,
  average,
  maximum,
  minimum,
  concatenate,
  dot,
  rescaling,
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
