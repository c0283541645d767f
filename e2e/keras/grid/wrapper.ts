import { type Setting, combinations, on } from './combinations';

const both = [false, true];
const merges = ['concat', 'sum', 'mul', 'ave'];
const directions = combinations({ units: [3], returnSequences: both, useBias: both });

const bidirectional = ['lstm', 'gru', 'simpleRnn'].flatMap((type) =>
  merges.flatMap((mergeMode) => directions.map((params) => ({ layer: { type, params }, mergeMode }))),
);

const inner = (type: string, params: object = {}) => ({ layer: { type, params } });
const gru = inner('gru', { units: 3, resetAfter: false, returnSequences: true });
const penalised = inner('lstm', {
  units: 3,
  kernelRegularizer: { name: 'l2', l2: 0.1 },
  recurrentConstraint: { name: 'maxNorm', maxValue: 1, axis: 0 },
});

/** Layers that see the steps of `[steps, features]`, of pictures, and of sequences of sequences. */
const onVectors = [
  inner('dense', { units: 4, activation: 'tanh' }),
  inner('batchNormalization'),
  inner('dropout'),
  inner('reshape', { targetShape: [3, 2] }),
  inner('repeatVector', { n: 2 }),
];
const onPictures = [
  inner('conv2d', { filters: 3, kernelSize: [2, 2], activation: 'relu' }),
  inner('maxPooling2d'),
  inner('averagePooling2d'),
  inner('globalAveragePooling2d'),
  inner('batchNormalization'),
  inner('flatten'),
  inner('zeroPadding2d'),
];
const onSequences = [...['lstm', 'gru', 'simpleRnn'].map((type) => inner(type, { units: 3 })), gru];

export const settings: readonly Setting[] = [
  ...on('bidirectional', [[5, 2]], [...bidirectional, gru, penalised]),
  ...on('bidirectional', [[null, 2]], [inner('lstm', { units: 3 })]),
  ...on('bidirectional', [[5, 2]], bidirectional, { below: [{ type: 'masking', params: {} }], zeroSteps: 2 }),
  ...on('timeDistributed', [[5, 6]], onVectors),
  ...on('timeDistributed', [[5, 6]], onVectors, { frozen: true }),
  ...on('timeDistributed', [[3, 5, 6, 2]], onPictures),
  ...on('timeDistributed', [[null, 5, 6, 2]], [onPictures[0]!, onPictures[5]!]),
  ...on('timeDistributed', [[3, 5, 2]], onSequences),
  ...on('lstm', [[5, 4]], combinations({ units: [3], returnSequences: both }), {
    below: [
      { type: 'masking', params: {} },
      { type: 'timeDistributed', params: inner('dense', { units: 3 }) },
    ],
    zeroSteps: 2,
  }),
];
