import { readdirSync } from 'node:fs';
import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import { inputStep } from '../e2e/keras/inputStep';
import { realLayer } from '../e2e/keras/realLayer';
import { initialParams } from '../src/brick/brick';
import { type Shape, elements } from '../src/brick/shape';
import { compile } from '../src/compile/compile';
import type { Step } from '../src/compile/plan';
import { stepOf } from '../src/compile/step';
import { ownClass, tfjsCall } from '../src/compile/tfjsCall';
import type { Node } from '../src/document/document';
import { library } from '../templates/index';
import { brickList, bricks } from './index';
import { parameterWords } from './words';

const examples = brickList.flatMap((brick) =>
  brick.examples.map((example, index) => ({ title: `${brick.type} ${index + 1}`, brick, example })),
);

const context = { library, compile: (document: Parameters<typeof compile>[0]) => compile(document, library) };

/** The step of an example, or an error that says why there is none. */
function stepFor(type: string, params: object, shapes: readonly Shape[]): Step {
  const node = { type, params: { ...initialParams(bricks[type]!), ...params }, trainable: true, at: [0, 0] } as Node;
  const inputs = shapes.map((shape, port) => inputStep(`input_${port}`, shape));
  const outcome = stepOf('brick', node, inputs, [], context);
  if (!('step' in outcome)) throw new Error(`${outcome.code} ${JSON.stringify(outcome.data)}`);
  return outcome.step;
}

const camelCase = (name: string) => name.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
const hangul = /[가-힣]/;

beforeAll(async () => {
  await tf.setBackend('cpu');
});

test('every file is in the list, under the name of its type', () => {
  const files = readdirSync(new URL('.', import.meta.url), { recursive: true, encoding: 'utf8' })
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => file.endsWith('.ts') && !/^(index|words|.*\.test)\.ts$/.test(file));
  // A brick lies in the folder of its category.
  expect(files.toSorted()).toEqual(brickList.map(({ category, type }) => `${category}/${type}.ts`).toSorted());
  for (const [type, brick] of Object.entries(bricks)) expect(brick.type).toBe(type);
});

describe.each(brickList.map((brick) => ({ type: brick.type, brick })))('$type', ({ brick }) => {
  test('initial values are valid, and the face names parameters', () => {
    const refused = Object.entries(brick.params).filter(([, field]) => !field.schema.safeParse(field.initial).success);
    expect(refused).toEqual([]);
    expect(Object.keys(brick.params)).toEqual(expect.arrayContaining([...brick.face]));
  });

  test('has all its words in both languages', () => {
    for (const language of ['en', 'ko'] as const) {
      const { name, about } = brick.docs[language];
      const params = parameterWords[brick.type]![language];
      expect(Object.keys(params).toSorted()).toEqual(Object.keys(brick.params).toSorted());
      for (const text of [name, about, ...Object.values(params)]) expect(text.trim()).not.toBe('');
    }
    const { en, ko } = parameterWords[brick.type]!;
    for (const text of [brick.docs.ko.about, ...Object.values(ko)]) expect(text).toMatch(hangul);
    for (const text of [brick.docs.en.about, ...Object.values(en)]) expect(text).not.toMatch(hangul);
  });

  test('takes as many inputs as its examples show', () => {
    const counts = brick.examples.map((example) => example.in.length);
    const onlyTwo = refusals.some(([type, , , code]) => type === brick.type && code === 'tooManyInputs');
    const many = onlyTwo ? [2] : [2, 3];
    expect(new Set(counts)).toEqual(new Set(brick.inputs === 'many' ? many : [brick.inputs]));
  });
});

test.each(examples)('example $title has the shape and the number of parameters it says', ({ brick, example }) => {
  const before = JSON.stringify(example);
  const step = stepFor(brick.type, example.params, example.in);
  expect(step.shape).toEqual(example.out);
  expect(step.parameters).toBe(example.weights);
  expect(JSON.stringify(example)).toBe(before);
});

const layerExamples = examples.filter(({ brick }) => brick.inputs !== 0 && !brick.nested);

test.each(layerExamples)('example $title agrees with the layer that computes it', ({ brick, example }) => {
  const step = stepFor(brick.type, example.params, example.in);
  const inputs = example.in.map((shape) => tf.input({ shape: [...shape] }));
  const layer = realLayer(step);
  const { own, factory, className, args } = tfjsCall(step);
  const output = layer.apply(inputs.length === 1 ? inputs[0]! : inputs) as tf.SymbolicTensor;
  expect(output.shape).toEqual([null, ...example.out]);
  const weights = layer.weights.map(({ originalName, shape }) => [camelCase(originalName.split('/').at(-1)!), shape]);
  // Inside a wrapper: `forward/kernel`.
  expect(weights).toEqual(step.weights.map(({ name, shape }) => [name.split('/').at(-1), shape]));
  expect(layer.trainableWeights).toHaveLength(step.weights.filter(({ trainable }) => trainable).length);
  expect(own === null ? layer.getClassName() : layer.constructor.name).toBe(own === null ? className : ownClass(own));
  // tfjs's SeparableConv2D computes with a depthMultiplier but leaves it out of its config; ours have none.
  const silent = (name: string) => own !== null || (factory === 'separableConv2d' && name === 'depthMultiplier');
  const told = Object.keys(args).filter((name) => !silent(name));
  expect(Object.keys(layer.getConfig())).toEqual(expect.arrayContaining(told));
  layer.dispose();
});

test.each(examples.filter(({ brick }) => brick.inputs === 0))('example $title is an input', ({ brick, example }) => {
  const step = stepFor(brick.type, example.params, []);
  expect(tf.input({ shape: [...step.shape] }).shape).toEqual([null, ...example.out]);
  expect(step.call).toMatchObject({
    tfjs: 'input',
    keras: 'Input',
    args: { shape: example.out },
    kerasArgs: { shape: example.out },
  });
});

test.each(examples.filter(({ brick }) => brick.nested))('example $title is a model', ({ brick, example }) => {
  const step = stepFor(brick.type, example.params, example.in);
  const architecture = library.architectures[String(step.call.args['architecture'])];
  expect(step.call.keras).toBe(architecture?.architecture.keras?.model);
  expect(step.nested?.totals.parameters).toBe(example.weights);
  expect(step.nested?.issues).toEqual([]);
});

/** Inputs that a brick must refuse, with the code of the objection. */
const refusals: [type: string, params: object, shapes: Shape[], code: string][] = [
  ['dense', {}, [[7, 7, 512]], 'rank'],
  ['dense', {}, [[null]], 'unknownAxis'],
  ['lstm', {}, [[7]], 'rank'],
  ['gru', {}, [[7, null]], 'unknownAxis'],
  ['simpleRnn', { biasInitializer: { name: 'identity', gain: 1 } }, [[7, 2]], 'parameterMismatch'],
  ['conv2d', {}, [[784]], 'rank'],
  ['conv2d', { kernelSize: [3, 9] }, [[8, 8, 1]], 'windowTooLarge'],
  ['conv2d', {}, [[8, 8, null]], 'unknownAxis'],
  ['conv2d', { strides: [2, 1], dilationRate: [2, 2] }, [[8, 8, 1]], 'parameterMismatch'],
  ['conv2d', { filters: 4, groups: 2 }, [[8, 8, 3]], 'parameterMismatch'],
  ['conv2d', { filters: 3, groups: 2 }, [[8, 8, 4]], 'parameterMismatch'],
  ['conv1d', { kernelSize: 3, dilationRate: 4 }, [[8, 2]], 'windowTooLarge'],
  ['conv1d', {}, [[8, 8, 2]], 'rank'],
  ['conv3d', {}, [[8, 2, 8, 1]], 'windowTooLarge'],
  ['conv2dTranspose', {}, [[8, 8, null]], 'unknownAxis'],
  ['depthwiseConv2d', { strides: [2, 2], dilationRate: [2, 2] }, [[8, 8, 1]], 'parameterMismatch'],
  ['maxPooling1d', { poolSize: 9 }, [[8, 2]], 'windowTooLarge'],
  ['averagePooling3d', {}, [[8, 8, 2]], 'rank'],
  ['globalAveragePooling1d', {}, [[8]], 'rank'],
  ['cropping2d', {}, [[2, 8, 1]], 'windowTooLarge'],
  ['cropping1d', { cropping: [2, 2] }, [[4, 1]], 'windowTooLarge'],
  ['upSampling2d', {}, [[4, 4]], 'rank'],
  ['maxPooling2d', { poolSize: [3, 3] }, [[2, 8, 1]], 'windowTooLarge'],
  ['averagePooling2d', {}, [[8]], 'rank'],
  ['globalMaxPooling2d', {}, [[8, 2]], 'rank'],
  ['batchNormalization', { axis: 0 }, [[4]], 'axisOutside'],
  ['batchNormalization', { axis: 2 }, [[4]], 'axisOutside'],
  ['batchNormalization', { axis: 1 }, [[null, 4, 2]], 'unknownAxis'],
  ['resizing', {}, [[4, 4]], 'rank'],
  ['resizing', {}, [[8, 8, null]], 'unknownAxis'],
  ['centerCrop', {}, [[4]], 'rank'],
  ['randomFlip', {}, [[4, 2]], 'rank'],
  ['randomRotation', {}, [[4]], 'rank'],
  ['randomZoom', { heightFactor: [0.2, -0.2] }, [[8, 8, 3]], 'parameter'],
  ['randomTranslation', {}, [[4, 4, 4, 4]], 'rank'],
  ['randomContrast', {}, [[4]], 'rank'],
  ['randomBrightness', {}, [[4]], 'rank'],
  ['spatialDropout1d', {}, [[4]], 'rank'],
  ['spatialDropout2d', {}, [[4, 2]], 'rank'],
  ['spatialDropout3d', {}, [[4, 4, 2]], 'rank'],
  ['preLU', {}, [[null, 4]], 'unknownAxis'],
  ['preLU', { sharedAxes: [2] }, [[4]], 'axisOutside'],
  ['softmax', { axis: [3] }, [[4, 2]], 'axisOutside'],
  ['layerNormalization', { axis: [2] }, [[4]], 'axisOutside'],
  ['layerNormalization', {}, [[4, null]], 'unknownAxis'],
  ['groupNormalization', { groups: 3 }, [[4, 4, 8]], 'parameterMismatch'],
  ['groupNormalization', { groups: 0 }, [[8]], 'parameterMismatch'],
  ['groupNormalization', {}, [[4, null]], 'unknownAxis'],
  ['unitNormalization', { axis: [0] }, [[4]], 'axisOutside'],
  ['add', {}, [[4]], 'tooFewInputs'],
  ['add', {}, [[4], [5]], 'inputsDiffer'],
  ['subtract', {}, [[4]], 'tooFewInputs'],
  ['subtract', {}, [[4], [4], [4]], 'tooManyInputs'],
  ['subtract', {}, [[4], [5]], 'inputsDiffer'],
  ['multiply', {}, [[4, 2], [3]], 'inputsDiffer'],
  ['dot', {}, [[4]], 'tooFewInputs'],
  ['dot', {}, [[4], [4], [4]], 'tooManyInputs'],
  ['dot', {}, [[4], [5]], 'inputsDiffer'],
  ['dot', { axes: [1, 0] }, [[4], [4]], 'axisOutside'],
  ['dot', { axes: [2, 1] }, [[4], [4]], 'axisOutside'],
  ['concatenate', {}, [[4, 2], [4]], 'inputsDiffer'],
  [
    'concatenate',
    {},
    [
      [4, 2],
      [5, 2],
    ],
    'inputsDiffer',
  ],
  ['concatenate', { axis: 0 }, [[4], [4]], 'axisOutside'],
  ['concatenate', { axis: 3 }, [[4], [4]], 'axisOutside'],
  ['zeroPadding2d', {}, [[4]], 'rank'],
  ['reshape', { targetShape: [5, 2] }, [[12]], 'elementsDiffer'],
  ['reshape', { targetShape: [5, null] }, [[12]], 'elementsDiffer'],
  ['reshape', { targetShape: [null, null] }, [[12]], 'parameterMismatch'],
  ['pretrainedBackbone', {}, [[31, 64, 3]], 'pictureTooSmall'],
  ['pretrainedBackbone', {}, [[null, 64, 3]], 'unknownAxis'],
  ['pretrainedBackbone', {}, [[64]], 'rank'],
];

test.each(refusals)('%s %o refuses %o: %s', (type, params, shapes, code) => {
  expect(() => stepFor(type, params, shapes)).toThrow(new RegExp(`^${code} `));
});

/** Shapes with an axis that is only known with the data, as Keras infers them. */
const unknowns: [type: string, params: object, shapes: Shape[], out: Shape][] = [
  ['conv2d', { filters: 4 }, [[null, 9, 2]], [null, 7, 4]],
  ['maxPooling2d', {}, [[8, null, 2]], [4, null, 2]],
  ['conv1d', { filters: 4, padding: 'causal' }, [[null, 2]], [null, 4]],
  ['conv3d', { filters: 4 }, [[null, 9, 9, 2]], [null, 7, 7, 4]],
  ['conv2dTranspose', { filters: 4 }, [[null, 9, 2]], [null, 11, 4]],
  ['averagePooling1d', {}, [[null, 2]], [null, 2]],
  ['maxPooling3d', {}, [[null, 4, 4, 2]], [null, 2, 2, 2]],
  ['globalMaxPooling2d', { keepdims: true }, [[null, null, 2]], [1, 1, 2]],
  ['cropping2d', {}, [[null, 4, 2]], [null, 2, 2]],
  ['upSampling2d', {}, [[null, 4, 2]], [null, 8, 2]],
  ['zeroPadding1d', {}, [[null, 2]], [null, 2]],
  ['flatten', {}, [[null, 4, 2]], [null]],
  ['zeroPadding2d', {}, [[null, 4, 2]], [null, 6, 2]],
  ['reshape', { targetShape: [null, 2] }, [[null, 4]], [null, 2]],
  [
    'add',
    {},
    [
      [null, 4],
      [3, 1],
    ],
    [null, 4],
  ],
  [
    'concatenate',
    {},
    [
      [null, 4],
      [3, 2],
    ],
    [null, 6],
  ],
  ['resizing', { height: 8, width: 6 }, [[null, null, 3]], [8, 6, 3]],
  ['centerCrop', { height: 8, width: 6 }, [[null, 9, 3]], [8, 6, 3]],
  ['randomRotation', {}, [[null, null, 3]], [null, null, 3]],
  ['preLU', { sharedAxes: [1] }, [[null, 4]], [null, 4]],
  ['softmax', { axis: [1] }, [[null, 4]], [null, 4]],
  ['layerNormalization', {}, [[null, 4]], [null, 4]],
  ['groupNormalization', { groups: 2 }, [[null, null, 4]], [null, null, 4]],
  ['unitNormalization', {}, [[null, 4]], [null, 4]],
  ['subtract', {}, [[null, 4], [4]], [null, 4]],
  ['dot', {}, [[null, 4], [4]], [null]],
  ['dense', { units: 3 }, [[null, 4]], [null, 3]],
  ['embedding', { outputDim: 3 }, [[null]], [null, 3]],
  ['lstm', { units: 3, returnSequences: true }, [[null, 4]], [null, 3]],
];

test.each(unknowns)('%s %o takes %o: %o', (type, params, shapes, out) => {
  const step = stepFor(type, params, shapes);
  expect(step.shape).toEqual(out);
  expect(step.weights.every(({ shape }) => elements(shape) !== null)).toBe(true);
});
