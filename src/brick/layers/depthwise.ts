import { activation, constraint, initializer, integer, pair, regularizer } from '../fields';
import { padding, slidingWords } from './sliding';
import { biasFields, biasWords } from './weighted';

/** Parameters of every layer that slides a kernel of its own over each channel. */
export const depthwiseFields = {
  kernelSize: pair(3),
  strides: pair(1),
  padding: padding(),
  dilationRate: pair(1, { advanced: true }),
  depthMultiplier: integer(1),
  activation: activation(),
  ...biasFields,
  depthwiseInitializer: initializer('glorotUniform'),
  depthwiseRegularizer: regularizer(),
  depthwiseConstraint: constraint(),
};

/** Parameters of the 1×1 convolution that mixes the channels afterwards. */
export const pointwiseFields = {
  pointwiseInitializer: initializer('glorotUniform'),
  pointwiseRegularizer: regularizer(),
  pointwiseConstraint: constraint(),
};

/** What `depthwiseFields` are, in words. */
export const depthwiseWords = {
  en: {
    ...biasWords.en,
    ...slidingWords.en,
    kernelSize: 'Height and width of the window',
    activation: 'Function applied to every output',
    depthMultiplier: 'How many filters every channel gets of its own',
    depthwiseInitializer: 'How the weights of the single channels start',
    depthwiseRegularizer: 'Penalty in the loss that keeps the weights of the single channels small',
    depthwiseConstraint: 'Limit that the weights of the single channels are pulled back to after every step',
  },
  ko: {
    ...biasWords.ko,
    ...slidingWords.ko,
    kernelSize: '창의 높이와 너비',
    activation: '출력마다 적용하는 활성화 함수',
    depthMultiplier: '채널마다 따로 두는 필터의 수',
    depthwiseInitializer: '채널별 가중치의 초깃값을 정하는 방법',
    depthwiseRegularizer: '채널별 가중치가 커지지 않도록 손실에 더하는 벌점',
    depthwiseConstraint: '학습 단계마다 채널별 가중치에 적용하는 제한',
  },
};

/** What `pointwiseFields` are, in words. */
export const pointwiseWords = {
  en: {
    pointwiseInitializer: 'How the weights that mix the channels start',
    pointwiseRegularizer: 'Penalty in the loss that keeps the weights that mix the channels small',
    pointwiseConstraint: 'Limit that the weights that mix the channels are pulled back to after every step',
  },
  ko: {
    pointwiseInitializer: '채널을 섞는 가중치의 초깃값을 정하는 방법',
    pointwiseRegularizer: '채널을 섞는 가중치가 커지지 않도록 손실에 더하는 벌점',
    pointwiseConstraint: '학습 단계마다 채널을 섞는 가중치에 적용하는 제한',
  },
};
