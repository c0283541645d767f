export const optimizers = ['sgd', 'momentum', 'adam', 'rmsprop', 'adagrad', 'adadelta', 'adamax'] as const;
export type OptimizerName = (typeof optimizers)[number];

export const losses = [
  'meanSquaredError',
  'meanAbsoluteError',
  'meanAbsolutePercentageError',
  'meanSquaredLogarithmicError',
  'squaredHinge',
  'hinge',
  'categoricalHinge',
  'logcosh',
  'categoricalCrossentropy',
  'sparseCategoricalCrossentropy',
  'binaryCrossentropy',
  'kullbackLeiblerDivergence',
  'poisson',
  'cosineProximity',
] as const;
export type LossName = (typeof losses)[number];

export const metrics = ['accuracy', 'meanSquaredError', 'meanAbsoluteError', 'precision', 'recall'] as const;
export type MetricName = (typeof metrics)[number];

/** Settings of each optimizer with Keras's defaults; `learningRate` is common to all. */
export const optimizerSettings: Readonly<Record<OptimizerName, Readonly<Record<string, number | boolean>>>> = {
  sgd: { learningRate: 0.01 },
  momentum: { learningRate: 0.01, momentum: 0.9, nesterov: false },
  adam: { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
  rmsprop: { learningRate: 0.001, rho: 0.9, momentum: 0, epsilon: 1e-7, centered: false },
  adagrad: { learningRate: 0.001, initialAccumulatorValue: 0.1 },
  adadelta: { learningRate: 0.001, rho: 0.95, epsilon: 1e-7 },
  adamax: { learningRate: 0.001, beta1: 0.9, beta2: 0.999, epsilon: 1e-7 },
};

const slotNames: Readonly<Record<OptimizerName, readonly string[]>> = {
  sgd: [],
  momentum: ['velocity'],
  adam: ['mean', 'variance'],
  rmsprop: ['velocity', 'momentum', 'average'],
  adagrad: ['accumulator'],
  adadelta: ['gradients', 'moves'],
  adamax: ['mean', 'norm'],
};

/** An optimizer with the settings that were chosen; others have Keras's defaults. */
export interface OptimizerChoice {
  readonly name: OptimizerName;
  readonly settings: Readonly<Record<string, number | boolean>>;
}

/** The tensors that an optimizer keeps for every trainable weight; RMSprop's depend on its settings. */
export function optimizerSlots({ name, settings }: OptimizerChoice): readonly string[] {
  const { momentum, centered } = { ...optimizerSettings[name], ...settings };
  const needless = [...(Number(momentum) > 0 ? [] : ['momentum']), ...(centered === true ? [] : ['average'])];
  return slotNames[name].filter((slot) => name !== 'rmsprop' || !needless.includes(slot));
}

/** How values 0 … 255 become what a model takes; `auto`: as its pretrained architecture was trained, else 0 … 1. */
export const preprocessings = ['auto', 'scale', 'caffe', 'tf', 'torch', 'none'] as const;
export type Preprocessing = (typeof preprocessings)[number];
