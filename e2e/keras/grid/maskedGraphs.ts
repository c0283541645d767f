import type { Training } from '../../../src/document/training';
import type { Place } from '../../../src/document/template';
import { type Titled, titled } from '../cases/documents';
import { type Part, put, putAll } from './parts';

const steps = 6;
const features = 4;

const words = (place: Place, maskZero: boolean, from: string) =>
  put(place, ['embedding', { inputDim: 5, outputDim: features, maskZero }], from);

/** Where a mask comes from: `[steps, features]`, and another value of that shape that comes with one, or with none. */
interface Source {
  first(): string;
  other(): string;
  plain(): string;
}

/** Placed when it is asked for, and once. */
function once(make: () => string): () => string {
  let made: string | undefined;
  return () => (made ??= make());
}

const sources: Readonly<Record<string, (place: Place) => Source>> = {
  words(place) {
    const text = (name: string) => once(() => put(place, ['inputText', { shape: [steps] }], [], name));
    const [left, right] = [text('left'), text('right')];
    return {
      first: once(() => words(place, true, left())),
      other: once(() => words(place, true, right())),
      plain: once(() => words(place, false, left())),
    };
  },
  series(place) {
    const input = once(() => put(place, ['inputSequence', { shape: [steps, features] }], [], 'series'));
    const dense = (units: number, from: string) => put(place, ['dense', { units, activation: 'relu' }], from);
    return {
      first: once(() => put(place, ['masking'], input())),
      // Few numbers per step, so that at some all are 0.
      other: once(() => dense(features, put(place, ['masking'], dense(2, input())))),
      plain: once(() => dense(features, input())),
    };
  },
};

/** What stands between: again `[steps, features]`. */
const between: readonly (readonly Part[])[] = [
  [],
  [['identity']],
  [['dense', { units: features, activation: 'tanh' }]],
  [['activation', { activation: 'tanh' }]],
  [['relu']],
  [['leakyReLU']],
  [['preLU']],
  [['elu']],
  [['thresholdedReLU', { theta: 0.1 }]],
  [['dropout', { rate: 0 }]],
  [['spatialDropout1d']],
  [['gaussianNoise']],
  [['gaussianDropout']],
  [['alphaDropout']],
  [['activityRegularization', { l2: 0.1 }]],
  [['rescaling', { scale: 2, offset: 0.5 }]],
  [['batchNormalization']],
  [['batchNormalization', { axis: 1 }]],
  [['layerNormalization']],
  [['groupNormalization', { groups: 2 }]],
  [['unitNormalization']],
  [['rmsNormalization']],
  [['lstm', { units: features, returnSequences: true }]],
  [['gru', { units: features, returnSequences: true }]],
  [['simpleRnn', { units: features, returnSequences: true, goBackwards: true }]],
  [['bidirectional', { layer: { type: 'lstm', params: { units: 2, returnSequences: true } } }]],
  [['timeDistributed', { layer: { type: 'dense', params: { units: features } } }]],
  [['timeDistributed', { layer: { type: 'batchNormalization', params: {} } }]],
  [['conv1d', { filters: features, kernelSize: 3, padding: 'same' }]],
  [['depthwiseConv1d', { kernelSize: 3, padding: 'same' }]],
  [['separableConv1d', { filters: features, kernelSize: 3, padding: 'same' }]],
  [['conv1dTranspose', { filters: features, kernelSize: 3, padding: 'same' }]],
  [['maxPooling1d', { poolSize: 2, strides: 1, padding: 'same' }]],
  [['averagePooling1d', { poolSize: 2, strides: 1, padding: 'same' }]],
  [['maxPooling1d'], ['upSampling1d']],
  [['cropping1d', { cropping: [1, 1] }], ['zeroPadding1d']],
  [
    ['permute', { dims: [2, 1] }],
    ['permute', { dims: [2, 1] }],
  ],
  [
    ['reshape', { targetShape: [features, steps] }],
    ['reshape', { targetShape: [steps, features] }],
  ],
  [['flatten'], ['dense', { units: features }], ['repeatVector', { n: steps }]],
  [
    ['lstm', { units: features }],
    ['repeatVector', { n: steps }],
  ],
  [['globalAveragePooling1d'], ['repeatVector', { n: steps }]],
  [['conv1d', { filters: features, kernelSize: 1 }], ['masking']],
  [['masking', { maskValue: 1 }]],
];

const merges: readonly Part[] = [
  ['add'],
  ['subtract'],
  ['multiply'],
  ['average'],
  ['maximum'],
  ['minimum'],
  ['concatenate'],
  ['concatenate', { axis: 1 }],
  ['dot', { axes: [2, 2] }],
  ['dot', { axes: [1, 1] }],
];

type Partner = (place: Place, source: Source) => readonly string[];

/** What is merged, by what the values come with. */
const partners: Readonly<Record<string, Partner>> = {
  masked: (_, { first, other }) => [first(), other()],
  plain: (_, { first, plain }) => [first(), plain()],
  plainFirst: (_, { first, plain }) => [plain(), first()],
  itself: (_, { first }) => [first(), first()],
  changed: (place, { first }) => [put(place, ['dense', { units: features }], first()), first()],
  three: (_, { first, other, plain }) => [other(), first(), plain()],
  threeMasked: (place, { first, other }) => [first(), other(), put(place, ['leakyReLU'], first())],
  oneStep: (place, { first, plain }) => [first(), put(place, ['globalAveragePooling1d', { keepdims: true }], plain())],
  vector: (place, { first, other }) => [put(place, ['globalAveragePooling1d'], other()), first()],
};

const takesTwo = (type: string) => type === 'subtract' || type === 'dot';
const takesWhole = (type: string) => type === 'concatenate' || type === 'dot';

const merging = Object.entries(partners).flatMap(([name, partner]) =>
  merges
    .filter(([type]) => !(name.startsWith('three') && takesTwo(type)))
    .filter(([type]) => !(['oneStep', 'vector'].includes(name) && takesWhole(type)))
    .map((merge) => ({ name, partner, merge })),
);

/** What the mask is read by; the last axis of what comes in may be of any size. */
const consumers: readonly (readonly Part[])[] = [
  [['globalAveragePooling1d']],
  [['gru', { units: 3 }]],
  [['bidirectional', { layer: { type: 'simpleRnn', params: { units: 2, returnSequences: true } } }], ['flatten']],
  [['batchNormalization'], ['flatten']],
  [['conv1d', { filters: 2, kernelSize: 2 }], ['globalAveragePooling1d']],
  [['flatten']],
];

const shown = (parts: readonly Part[]) =>
  parts.map(([type, params]) => (params ? `${type} ${JSON.stringify(params)}` : type)).join(', ');

const answer: Part = ['dense', { units: 3, activation: 'softmax' }];

/** A bias before a normalization has no gradient but rounding, which Adam would make a whole step of. */
export const plainSteps: Partial<Training> = { optimizer: { name: 'sgd', settings: { learningRate: 0.5 } } };

const straight = Object.entries(sources).flatMap(([from, source]) =>
  between.flatMap((parts) =>
    consumers.map((consumer) =>
      titled(
        `${from} → ${shown(parts)} → ${shown(consumer)}`,
        (place) => {
          putAll(place, [...parts, ...consumer, answer], source(place).first());
        },
        plainSteps,
      ),
    ),
  ),
);

const merged = Object.entries(sources).flatMap(([from, source]) =>
  merging.flatMap(({ name, partner, merge }) =>
    consumers.map((consumer) =>
      titled(
        `${from} → ${shown([merge])} of ${name} → ${shown(consumer)}`,
        (place) => {
          putAll(place, [...consumer, answer], put(place, merge, partner(place, source(place))));
        },
        plainSteps,
      ),
    ),
  ),
);

/** Mask producers × layers × consumers, straight and merged with another value. */
export const maskedGraphs: readonly Titled[] = [...straight, ...merged];

/** Time steps without values in every input of these graphs. */
export const zeroSteps = 2;
