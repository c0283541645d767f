/** Activations of tf.layers that compute as Keras 3 does. */
const tfjsActivations = [
  'linear',
  'relu',
  'relu6',
  'sigmoid',
  'softmax',
  'logSoftmax',
  'tanh',
  'elu',
  'selu',
  'softplus',
  'softsign',
  'swish',
  'mish',
  'gelu',
] as const;

/** What Keras 1 and 2 call hard_sigmoid, 0.2 · x + 0.5: older models were trained with it, and Keras 3 has another one of that name. */
export const legacyHardSigmoid = 'legacyHardSigmoid';

/** Activations of Keras 3 that tf.layers lacks or computes otherwise: ours, in `src/engine/layers/activation/activations.ts`. */
export const ownActivations = [
  'leakyRelu',
  'celu',
  'exponential',
  'hardSigmoid',
  legacyHardSigmoid,
  'hardSilu',
  'hardTanh',
  'hardShrink',
  'softShrink',
  'tanhShrink',
  'logSigmoid',
  'squareplus',
  'sparsePlus',
  'sparseSigmoid',
] as const;

/** Activations by name; the engine computes every one of them as Keras 3 does. */
export const activations = [...tfjsActivations, ...ownActivations] as const;
export type Activation = (typeof activations)[number];
