import { constraints, initializers, regularizers } from '../../../src/brick/named';
import type { Shape } from '../../../src/brick/shape';
import { type Setting, combinations, named, on, oneByOne } from './combinations';
import { fewActivations } from './fewActivations';

const sequence: readonly Shape[] = [[5, 3]];
const layers = ['simpleRnn', 'lstm', 'gru'] as const;
const gated = ['lstm', 'gru'] as const;
const both = [false, true];

const masking = { type: 'masking', params: {} };
const masked = { below: [masking], zeroSteps: 2 };
const embedded = {
  below: [{ type: 'embedding', params: { inputDim: 7, outputDim: 3, maskZero: true } }],
  zeroSteps: 2,
};

const ways = combinations({ units: [4], returnSequences: both, goBackwards: both, useBias: both });
const resets = combinations({ units: [4], resetAfter: both, useBias: both, goBackwards: both, returnSequences: both });

export const settings: readonly Setting[] = [
  ...on('embedding', [[6]], combinations({ inputDim: [11], outputDim: [3, 8], maskZero: both }), { integerInputs: 11 }),
  ...on('embedding', [[3, 4]], [{ inputDim: 11, outputDim: 3 }], { integerInputs: 11 }),
  ...on(
    'embedding',
    [[6]],
    oneByOne({
      inputDim: [11],
      outputDim: [4],
      embeddingsRegularizer: named(regularizers),
      embeddingsConstraint: named(constraints),
    }),
    { integerInputs: 11 },
  ),
  ...on('masking', sequence, [{}, { maskValue: 1 }], { zeroSteps: 2 }),
  ...layers.flatMap((type) => [
    ...on(type, sequence, ways),
    ...on(type, sequence, ways, masked),
    ...on(type, [[6]], ways, embedded),
    ...on(type, [[null, 3]], [{ units: 4 }, { units: 4, returnSequences: true }]),
    ...on(type, sequence, combinations({ units: [3], activation: fewActivations })),
    ...on(
      type,
      sequence,
      oneByOne({
        units: [4],
        kernelInitializer: named(initializers),
        recurrentInitializer: named(initializers),
        biasInitializer: [{ name: 'zeros' }, { name: 'ones' }, { name: 'constant', value: 0.5 }],
        kernelRegularizer: named(regularizers),
        recurrentRegularizer: named(regularizers),
        biasRegularizer: named(regularizers),
        kernelConstraint: named(constraints),
        recurrentConstraint: named(constraints),
        biasConstraint: [{ name: 'none' }, { name: 'nonNeg' }],
        dropout: [0, 0.4],
        recurrentDropout: [0, 0.3],
      }),
    ),
    // What Dropout lets through keeps its mask; two layers in a row hand it on.
    ...on(type, [[6]], combinations({ units: [4], returnSequences: both }), {
      below: [...embedded.below, { type: 'lstm', params: { units: 3, returnSequences: true } }],
      zeroSteps: 2,
    }),
    // The first layer ends the mask: the second must not see it.
    ...on(type, sequence, combinations({ units: [4], returnSequences: both }), {
      below: [masking, { type: 'gru', params: { units: 3 } }, { type: 'repeatVector', params: { n: 5 } }],
      zeroSteps: 2,
    }),
  ]),
  ...gated.flatMap((type) => on(type, sequence, combinations({ units: [3], recurrentActivation: fewActivations }))),
  ...on('lstm', sequence, combinations({ units: [4], unitForgetBias: both, useBias: both })),
  ...on('gru', sequence, resets),
  ...on('gru', sequence, resets, masked),
];
