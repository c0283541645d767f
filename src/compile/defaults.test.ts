import { expect, test } from 'vitest';
import activation from '../../bricks/activation/activation';
import conv2d from '../../bricks/convolution/conv2d';
import dense from '../../bricks/core/dense';
import dropout from '../../bricks/dropout/dropout';
import inputImage from '../../bricks/data/inputImage';
import inputVector from '../../bricks/data/inputVector';
import pretrainedBackbone from '../../bricks/pretrained/pretrainedBackbone';
import reshape from '../../bricks/shape/reshape';
import { library } from '../../templates/index';
import { type Place, buildTemplate, defineTemplate } from '../document/template';
import { compile } from './compile';
import { lossFor, metricsFor } from './defaults';

const planOf = (build: (place: Place) => unknown) =>
  compile(
    buildTemplate(
      defineTemplate({
        id: 'test',
        title: 'test',
        about: { en: '', ko: '' },
        options: {},
        optionWords: { en: {}, ko: {} },
        expect: { output: [], weights: 0 },
        build: (place) => void build(place),
      }),
    ),
    library,
  );

test.each<[string, ReturnType<typeof lossFor>, (place: Place) => unknown]>([
  ['one sigmoid', 'binaryCrossentropy', (p) => p(dense, { units: 1, activation: 'sigmoid' }, p(inputVector))],
  ['softmax', 'sparseCategoricalCrossentropy', (p) => p(dense, { units: 4, activation: 'softmax' }, p(inputVector))],
  ['linear', 'meanSquaredError', (p) => p(dense, { units: 1 }, p(inputVector))],
  ['relu', 'meanSquaredError', (p) => p(conv2d, { activation: 'relu' }, p(inputImage))],
  [
    'a softmax brick',
    'sparseCategoricalCrossentropy',
    (p) => p(activation, { activation: 'softmax' }, p(dense, {}, p(inputVector))),
  ],
  [
    'behind reshape and dropout',
    'binaryCrossentropy',
    (p) =>
      p(dropout, {}, p(reshape, { targetShape: [1] }, p(dense, { units: 1, activation: 'sigmoid' }, p(inputVector)))),
  ],
  [
    'inside a backbone with its top',
    'sparseCategoricalCrossentropy',
    (p) => p(pretrainedBackbone, { includeTop: true, classes: 3 }, p(inputImage, { shape: [32, 32, 3] })),
  ],
  [
    'a backbone without top',
    'meanSquaredError',
    (p) => p(pretrainedBackbone, {}, p(inputImage, { shape: [32, 32, 3] })),
  ],
  ['nothing', 'meanSquaredError', () => undefined],
])('loss for %s: %s', (_, loss, build) => {
  expect(lossFor(planOf(build))).toBe(loss);
});

test.each([
  ['binaryCrossentropy', 'accuracy'],
  ['sparseCategoricalCrossentropy', 'accuracy'],
  ['meanSquaredError', 'meanAbsoluteError'],
] as const)('metric for %s: %s', (loss, metric) => {
  expect(metricsFor(loss)).toEqual([metric]);
});
