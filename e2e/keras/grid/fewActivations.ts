/**
 * Activations that recurrent layers are compared with. They read the same table as Activation, which is compared with
 * all; those without bounds, repeated step by step, only compare how rounding grows.
 */
export const fewActivations: readonly string[] = [
  'linear',
  'relu',
  'sigmoid',
  'softmax',
  'tanh',
  'hardSigmoid',
  'gelu',
];
