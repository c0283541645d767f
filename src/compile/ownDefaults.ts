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
  lstm: recurrent,
  gru: recurrent,
  simpleRnn: recurrent,
  bidirectional: { mergeMode: "'concat'" },
  maskedSteps: { maskValue: '0' },
};
