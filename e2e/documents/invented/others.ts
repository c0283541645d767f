import type { Dataset } from '../../../src/data/dataset';
import { of, optimizer } from './made';

export const words = (dataset: Dataset) =>
  of(
    'text with a mask',
    dataset,
    { ...optimizer('rmsprop', { learningRate: 0.01 }), metrics: ['accuracy', 'recall'], classWeight: 'balanced' },
    {
      words: ['inputText', { shape: [30] }],
      meaning: ['embedding', { inputDim: 101, outputDim: 6, maskZero: true }],
      both: ['bidirectional', { layer: { type: 'gru', params: { units: 4, returnSequences: true } } }],
      normal: ['layerNormalization'],
      each: ['timeDistributed', { layer: { type: 'dense', params: { units: 5, activation: 'tanh' } } }],
      mean: ['globalAveragePooling1d'],
      last: ['lstm', { units: 3, goBackwards: true }],
      sides: ['concatenate'],
      good: ['dense', { units: 1, activation: 'sigmoid' }],
    },
    'words>meaning>both>normal>each>mean>sides@0',
    'normal>last>sides@1',
    'sides>good',
  );

export const wave = (dataset: Dataset) =>
  of(
    'series',
    dataset,
    { ...optimizer('momentum', { nesterov: true }), loss: 'logcosh', metrics: ['meanAbsoluteError'] },
    {
      steps: ['inputSequence', { shape: [40, 1] }],
      before: ['conv1d', { filters: 5, kernelSize: 3, padding: 'causal', dilationRate: 2, activation: 'tanh' }],
      wider: ['separableConv1d', { filters: 5, kernelSize: 5, padding: 'same', activation: 'mish' }],
      sum: ['add'],
      scale: ['rmsNormalization'],
      shorter: ['averagePooling1d', { poolSize: 4, strides: 4 }],
      loop: ['simpleRnn', { units: 6 }],
      next: ['dense', { units: 1 }],
    },
    'steps>before>wider>sum@0',
    'before>sum@1',
    'sum>scale>shorter>loop>next',
  );

export const clips = (dataset: Dataset) =>
  of(
    'clip',
    dataset,
    { ...optimizer('adam', { learningRate: 0.005, beta2: 0.99 }), batchSize: 10 },
    {
      clip: ['inputVideo', { shape: [8, 32, 32, 1] }],
      moved: ['conv3d', { filters: 3, kernelSize: [2, 3, 3], strides: [1, 2, 2], activation: 'relu' }],
      smaller: ['maxPooling3d', { poolSize: [1, 3, 3], strides: [1, 3, 3] }],
      frames: ['timeDistributed', { layer: { type: 'conv2d', params: { filters: 2, kernelSize: [2, 2] } } }],
      rows: ['timeDistributed', { layer: { type: 'flatten', params: {} } }],
      loop: ['gru', { units: 4, resetAfter: false }],
      turn: ['dense', { units: 2, activation: 'softmax' }],
    },
    'clip>moved>smaller>frames>rows>loop>turn',
  );

export const table = (dataset: Dataset) =>
  of(
    'table with categories',
    dataset,
    { ...optimizer('rmsprop', { learningRate: 0.01, centered: true }), metrics: ['accuracy', 'precision', 'recall'] },
    {
      house: ['inputVector', { shape: [7] }],
      normal: ['batchNormalization'],
      hidden: ['dense', { units: 9, activation: 'relu', kernelInitializer: { name: 'heUniform' } }],
      beside: ['dense', { units: 9, activation: 'softplus' }],
      larger: ['maximum'],
      price: ['dense', { units: 3, activation: 'softmax' }],
    },
    'house>normal>hidden>larger@0',
    'house>beside>larger@1',
    'larger>price',
  );

export const remembering = (dataset: Dataset) =>
  of(
    'stateful',
    dataset,
    { ...optimizer('adam', { learningRate: 0.01 }), batchSize: 12, metrics: ['meanSquaredError'] },
    {
      steps: ['inputSequence', { shape: [40, 1], batchSize: 12 }],
      first: ['lstm', { units: 4, stateful: true, returnSequences: true }],
      second: ['gru', { units: 3, stateful: true }],
      next: ['dense', { units: 1 }],
    },
    'steps>first>second>next',
  );
