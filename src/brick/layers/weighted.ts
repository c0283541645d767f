import { toggle } from '../fields';
import { constraint, initializer, regularizer } from '../namedFields';

/** Parameters of every layer with a kernel. Keras's defaults; tfjs's own differ (glorotNormal). */
export const kernelFields = {
  kernelInitializer: initializer('glorotUniform'),
  kernelRegularizer: regularizer(),
  kernelConstraint: constraint(),
};

/** Parameters of every layer with a bias; a penalty on the outputs goes with them in Keras. */
export const biasFields = {
  useBias: toggle(true),
  biasInitializer: initializer('zeros'),
  biasRegularizer: regularizer(),
  biasConstraint: constraint(),
  activityRegularizer: regularizer(),
};

/** What `kernelFields` are, in words. */
export const kernelWords = {
  en: {
    kernelInitializer: 'Initializer of the weights',
    kernelRegularizer: 'Penalty in the loss that keeps the weights small',
    kernelConstraint: 'Constraint on the weights after every update',
  },
  ko: {
    kernelInitializer: '가중치 초기화 방법',
    kernelRegularizer: '가중치가 커지지 않도록 손실에 더하는 규제 항',
    kernelConstraint: '갱신할 때마다 가중치에 거는 제약',
  },
};

/** What `biasFields` are, in words. */
export const biasWords = {
  en: {
    useBias: 'Adds a learned bias to every output',
    biasInitializer: 'Initializer of the bias',
    biasRegularizer: 'Penalty in the loss that keeps the bias small',
    biasConstraint: 'Constraint on the bias after every update',
    activityRegularizer: 'Penalty in the loss that keeps the outputs small',
  },
  ko: {
    useBias: '출력마다 학습되는 값(편향)을 하나 더함',
    biasInitializer: '편향 초기화 방법',
    biasRegularizer: '편향이 커지지 않도록 손실에 더하는 규제 항',
    biasConstraint: '갱신할 때마다 편향에 거는 제약',
    activityRegularizer: '출력이 커지지 않도록 손실에 더하는 규제 항',
  },
};

/** What `kernelFields` and `biasFields` are, in words. */
export const weightWords = {
  en: { ...biasWords.en, ...kernelWords.en },
  ko: { ...biasWords.ko, ...kernelWords.ko },
};

/** Parameters of every layer that ends with a learned factor and offset (gamma and beta). */
export const scaleFields = {
  center: toggle(true),
  scale: toggle(true),
  betaInitializer: initializer('zeros'),
  gammaInitializer: initializer('ones'),
  betaRegularizer: regularizer(),
  gammaRegularizer: regularizer(),
  betaConstraint: constraint(),
  gammaConstraint: constraint(),
};

/** What `scaleFields` are, in words. */
export const scaleWords = {
  en: {
    center: 'Adds a learned offset (beta)',
    scale: 'Multiplies by a learned factor (gamma)',
    betaInitializer: 'Initializer of beta',
    gammaInitializer: 'Initializer of gamma',
    betaRegularizer: 'Penalty in the loss that keeps beta small',
    gammaRegularizer: 'Penalty in the loss that keeps gamma small',
    betaConstraint: 'Constraint on beta after every update',
    gammaConstraint: 'Constraint on gamma after every update',
  },
  ko: {
    center: '학습되는 값(beta)을 더함',
    scale: '학습되는 값(gamma)을 곱함',
    betaInitializer: 'beta 초기화 방법',
    gammaInitializer: 'gamma 초기화 방법',
    betaRegularizer: 'beta가 커지지 않도록 손실에 더하는 규제 항',
    gammaRegularizer: 'gamma가 커지지 않도록 손실에 더하는 규제 항',
    betaConstraint: '갱신할 때마다 beta에 거는 제약',
    gammaConstraint: '갱신할 때마다 gamma에 거는 제약',
  },
};
