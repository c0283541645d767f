import { activation, integer, pair } from '../fields';
import { constraint, initializer, regularizer } from '../namedFields';
import type { Padding, Shape, SpatialAxis } from '../shape';
import { refuseStridesWithDilation } from './convolution';
import { type Sizes, list, needsChannels, padding, slideAll, slidingWords } from './sliding';
import { biasFields, biasWords } from './weighted';

/** Parameters of every layer that slides a kernel of its own over each channel, besides sizes. */
const channelFields = {
  depthMultiplier: integer(1),
  activation: activation(),
  ...biasFields,
  depthwiseInitializer: initializer('glorotUniform'),
  depthwiseRegularizer: regularizer(),
  depthwiseConstraint: constraint(),
};

/** Parameters of every layer that slides a kernel of its own over each channel. */
export const depthwiseFields = {
  sequence: {
    kernelSize: integer(3),
    strides: integer(1),
    padding: padding(),
    dilationRate: integer(1, { advanced: true }),
    ...channelFields,
  },
  picture: {
    kernelSize: pair(3),
    strides: pair(1),
    padding: padding(),
    dilationRate: pair(1, { advanced: true }),
    ...channelFields,
  },
};

interface Depthwise {
  readonly kernelSize: Sizes;
  readonly strides: Sizes;
  readonly padding: Padding;
  readonly dilationRate: Sizes;
  readonly depthMultiplier: number;
  readonly useBias: boolean;
  /** Filters of the 1×1 convolution afterwards, where there is one. */
  readonly filters?: number;
}

/** Shape behind filters that every channel has of its own, perhaps mixed afterwards. Throws `ShapeError`. */
export function depthwiseShape(
  x: Shape | undefined,
  axes: readonly SpatialAxis[],
  { kernelSize, ...params }: Depthwise,
): Shape {
  const [shape, channels] = needsChannels(x, axes);
  refuseStridesWithDilation(params);
  const last = params.filters ?? channels * params.depthMultiplier;
  return [...slideAll(shape, axes, { size: kernelSize, ...params }), last];
}

/** Kernel `[…window, channels, multiplier]`, with `filters` also the one that mixes them, and a bias. */
export function depthwiseWeights(
  x: Shape | undefined,
  axes: readonly SpatialAxis[],
  { kernelSize, depthMultiplier, useBias, filters }: Depthwise,
): Record<string, readonly number[]> {
  const [, channels] = needsChannels(x, axes);
  const filtered = channels * depthMultiplier;
  return {
    depthwiseKernel: [...list(kernelSize), channels, depthMultiplier],
    ...(filters !== undefined && { pointwiseKernel: [...axes.map(() => 1), filtered, filters] }),
    ...(useBias && { bias: [filters ?? filtered] }),
  };
}

/** Parameters of the 1×1 convolution that mixes the channels afterwards. */
export const pointwiseFields = {
  pointwiseInitializer: initializer('glorotUniform'),
  pointwiseRegularizer: regularizer(),
  pointwiseConstraint: constraint(),
};

const words = (en: string, ko: string) => ({
  en: {
    ...biasWords.en,
    ...slidingWords.en,
    kernelSize: en,
    activation: 'Function applied to every output',
    depthMultiplier: 'Number of filters per channel',
    depthwiseInitializer: 'Initializer of the depthwise weights',
    depthwiseRegularizer: 'Penalty in the loss that keeps the depthwise weights small',
    depthwiseConstraint: 'Constraint on the depthwise weights after every update',
  },
  ko: {
    ...biasWords.ko,
    ...slidingWords.ko,
    kernelSize: ko,
    activation: '출력마다 적용하는 활성화 함수',
    depthMultiplier: '채널마다 두는 필터 수',
    depthwiseInitializer: '채널별 가중치 초기화 방법',
    depthwiseRegularizer: '채널별 가중치가 커지지 않도록 손실에 더하는 규제 항',
    depthwiseConstraint: '갱신할 때마다 채널별 가중치에 거는 제약',
  },
});

/** What `depthwiseFields` are, in words. */
export const depthwiseWords = {
  sequence: words('How many time steps the window covers', '윈도 하나에 들어가는 타임스텝 수'),
  picture: words('Height and width of the window', '윈도의 높이와 너비'),
};

/** What `pointwiseFields` are, in words. */
export const pointwiseWords = {
  en: {
    pointwiseInitializer: 'Initializer of the pointwise weights',
    pointwiseRegularizer: 'Penalty in the loss that keeps the pointwise weights small',
    pointwiseConstraint: 'Constraint on the pointwise weights after every update',
  },
  ko: {
    pointwiseInitializer: '채널을 섞는 가중치 초기화 방법',
    pointwiseRegularizer: '채널을 섞는 가중치가 커지지 않도록 손실에 더하는 규제 항',
    pointwiseConstraint: '갱신할 때마다 채널을 섞는 가중치에 거는 제약',
  },
};
