import type { Dataset } from '../../../src/data/dataset';
import { of, optimizer } from './made';

/** A squeezed picture says how much each channel counts; three branches see it in different ways. */
export const branches = (dataset: Dataset) =>
  of(
    'picture in branches',
    dataset,
    { ...optimizer('adamax', { learningRate: 0.01 }), metrics: ['accuracy', 'precision'] },
    {
      seen: ['inputImage', { shape: [28, 28, 1] }],
      stem: ['conv2d', { filters: 6, strides: [2, 2], activation: 'softsign' }],
      far: ['conv2d', { filters: 4, dilationRate: [2, 2], padding: 'same', activation: 'hardSigmoid' }],
      deep: ['depthwiseConv2d', { kernelSize: [5, 5], padding: 'same', depthMultiplier: 2 }],
      peaks: ['maxPooling2d', { poolSize: [3, 3], strides: [1, 1], padding: 'same' }],
      joined: ['concatenate'],
      groups: ['groupNormalization', { groups: 2 }],
      squeezed: ['globalAveragePooling2d', { keepdims: true }],
      gate: ['conv2d', { filters: 22, kernelSize: [1, 1], activation: 'sigmoid' }],
      gated: ['multiply'],
      last: ['globalMaxPooling2d'],
      digit: ['dense', { units: 10, activation: 'softmax', kernelRegularizer: { name: 'l2', l2: 0.01 } }],
    },
    'seen>stem>far>joined@0',
    'stem>deep>joined@1',
    'stem>peaks>joined@2',
    'joined>groups>squeezed>gate>gated@1',
    'groups>gated@0',
    'gated>last>digit',
  );

export const several = (dataset: Dataset) =>
  of(
    'several inputs and outputs',
    dataset,
    {
      ...optimizer('adagrad', { learningRate: 0.02 }),
      outputs: { other: { loss: 'kullbackLeiblerDivergence', weight: 0.25 } },
    },
    {
      picture: ['inputImage', { shape: [28, 28, 1] }],
      row: ['inputVector', { shape: [784] }],
      seen: ['conv2d', { filters: 4, kernelSize: [5, 5], strides: [4, 4], activation: 'elu' }],
      flat: ['flatten'],
      dense: ['dense', { units: 8, activation: 'gelu', kernelInitializer: { name: 'heNormal' } }],
      both: ['concatenate'],
      digit: ['dense', { units: 10, activation: 'softmax' }],
      other: ['dense', { units: 10, activation: 'softmax' }],
    },
    'picture>seen>flat>both@0',
    'row>dense>both@1',
    'both>digit',
    'dense>other',
  );

export const twins = (dataset: Dataset) =>
  of(
    'shared layers',
    dataset,
    { ...optimizer('sgd', { learningRate: 0.05 }), loss: 'meanSquaredError' },
    {
      picture: ['inputImage', { shape: [28, 28, 1] }],
      upper: [
        'cropping2d',
        {
          cropping: [
            [0, 14],
            [0, 0],
          ],
        },
      ],
      lower: [
        'cropping2d',
        {
          cropping: [
            [14, 0],
            [0, 0],
          ],
        },
      ],
      eye: ['conv2d', { filters: 4, strides: [3, 3], activation: 'selu' }],
      otherEye: ['conv2d', { filters: 4, strides: [3, 3], activation: 'selu' }, { sharesWith: 'eye' }],
      normal: ['batchNormalization', { momentum: 0.7 }],
      otherNormal: ['batchNormalization', { momentum: 0.7 }, { sharesWith: 'normal' }],
      row: ['flatten'],
      otherRow: ['flatten'],
      difference: ['subtract'],
      digit: ['dense', { units: 10, activation: 'softmax' }],
    },
    'picture>upper>eye>normal>row>difference@0',
    'picture>lower>otherEye>otherNormal>otherRow>difference@1',
    'difference>digit',
  );

export const frozen = (dataset: Dataset) =>
  of(
    'frozen backbone with a head',
    dataset,
    { ...optimizer('adam', { learningRate: 0.01 }), metrics: ['accuracy'] },
    {
      digit: ['inputImage', { shape: [28, 28, 1] }],
      backbone: [
        'pretrainedBackbone',
        { architecture: 'digits-backbone', weights: 'digits', pooling: 'max' },
        { trainable: false },
      ],
      hidden: ['dense', { units: 7, activation: 'leakyRelu', biasConstraint: { name: 'maxNorm', maxValue: 0.01 } }],
      answer: ['dense', { units: 5, activation: 'softmax' }],
    },
    'digit>backbone>hidden>answer',
  );

export const autoencoder = (dataset: Dataset) =>
  of(
    'autoencoder',
    dataset,
    { ...optimizer('adadelta', { learningRate: 1 }), loss: 'meanAbsoluteError', validationSplit: 0.25 },
    {
      picture: ['inputImage', { shape: [12, 12, 1] }],
      code: ['conv2d', { filters: 3, strides: [3, 3], kernelSize: [3, 3], activation: 'tanh' }],
      small: ['conv2d', { filters: 2, kernelSize: [1, 1], activityRegularizer: { name: 'l1', l1: 0.001 } }],
      wide: ['conv2dTranspose', { filters: 3, kernelSize: [3, 3], strides: [3, 3], activation: 'swish' }],
      light: ['conv2d', { filters: 1, kernelSize: [3, 3], padding: 'same', activation: 'sigmoid' }],
      again: ['flatten'],
    },
    'picture>code>small>wide>light>again',
  );
