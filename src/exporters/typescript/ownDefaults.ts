const recurrent = {
  activation: "'tanh'",
  recurrentActivation: "'sigmoid'",
  useBias: 'true',
  returnSequences: 'false',
  goBackwards: 'false',
  stateful: 'false',
  dropout: '0',
  recurrentDropout: '0',
  unitForgetBias: 'true',
  resetAfter: 'true',
  kernelInitializer: 'tf.initializers.glorotUniform({})',
  recurrentInitializer: 'tf.initializers.orthogonal({ gain: 1 })',
  biasInitializer: 'tf.initializers.zeros()',
};

/** Printed values that our own layers take by themselves, by file name in `src/engine/layers`. */
export const ownDefaults: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'recurrent/lstm': recurrent,
  'recurrent/gru': recurrent,
  'recurrent/simpleRnn': recurrent,
  'recurrent/bidirectional': { mergeMode: "'concat'" },
  'recurrent/maskedSteps': { maskValue: '0' },
};
