import { describe, expect, test } from 'vitest';
import { chain } from '../../../e2e/documents/chain';
import { library, templates } from '../../../templates/index';
import type { Document } from '../../document/document';
import { buildTemplate } from '../../document/template';
import { initialTraining } from '../../document/training';
import { compile } from '../compile';
import { memoryOf, multiplyAddsOf, numbersOf } from './numbers';

const planOf = (id: string, options: Record<string, unknown> = {}) =>
  compile(
    buildTemplate(
      templates.find((template) => template.id === id)!,
      options,
    ),
    library,
  );
const planOfChain = (...bricks: Parameters<typeof chain>[1]) => compile(chain('numbers', bricks), library);
const numbers = (document: Document, name: string) => numbersOf(compile(document, library)).get(name);

describe('multiply-adds', () => {
  test('VGG16: 15.3 G in convolutions and 0.12 G in the dense layers (Simonyan & Zisserman, table 1 D)', () => {
    const { steps } = planOf('vgg16');
    const convolutions = steps.filter(({ type }) => type === 'conv2d');
    expect(multiplyAddsOf(convolutions)).toBe(15_346_630_656);
    expect(multiplyAddsOf(steps)).toBe(15_346_630_656 + 123_633_664);
  });

  test.each([
    ['resnet50', 3.8, 3.9, 'He et al., table 1: 3.8 · 10⁹'],
    ['mobilenet', 0.5685, 0.5695, 'Howard et al., table 8: 569 million'],
    ['mobilenet-v2', 0.295, 0.305, 'Sandler et al., table 4: 300 million'],
    ['inception-v3', 5.6, 5.8, 'Szegedy et al.: 5.7 · 10⁹ as implemented in Keras'],
    ['xception', 8.3, 8.5, 'Chollet’s model: 8.4 · 10⁹'],
  ])('%s: between %d and %d G (%s)', (id, least, most) => {
    const total = multiplyAddsOf(planOf(id).steps)! / 1e9;
    expect(total).toBeGreaterThan(least);
    expect(total).toBeLessThan(most);
  });

  test('bias, pooling, activation and normalization count nothing; Dense counts every step of a sequence', () => {
    const { steps } = planOfChain(
      ['inputImage', 'x', { shape: [8, 8, 3] }],
      ['batchNormalization', 'b'],
      ['conv2d', 'c', { filters: 4, strides: [2, 2] }],
      ['maxPooling2d', 'p', { poolSize: [3, 3], strides: [1, 1] }],
      ['flatten', 'f'],
      ['reshape', 'r', { targetShape: [2, 2] }],
      ['dense', 'd', { units: 5 }],
    );
    expect(steps.map((step) => multiplyAddsOf([step]))).toEqual([0, 0, 3 * 3 * (3 * 3 * 3 * 4), 0, 0, 0, 2 * (2 * 5)]);
  });

  test('an unknown size leaves it open', () => {
    const known = planOfChain(['inputImage', 'x', { shape: [8, 8, 3] }], ['conv2d', 'c']);
    const steps = known.steps.map((step) => ({ ...step, shape: [null, ...step.shape.slice(1)] }));
    expect(multiplyAddsOf(steps)).toBeNull();
    expect(memoryOf(steps, initialTraining)).toMatchObject({ activations: null, training: null, weights: 4 * 896 });
  });

  test('a nested model counts what is inside', () => {
    const { steps } = planOfChain(
      ['inputImage', 'x', { shape: [224, 224, 3] }],
      ['pretrainedBackbone', 'vgg16', { architecture: 'vgg16', pooling: 'none' }],
      ['globalAveragePooling2d', 'g'],
      ['dense', 'd', { units: 10 }],
    );
    expect(multiplyAddsOf(steps)).toBe(15_346_630_656 + 5120);
  });
});

describe('receptive field', () => {
  test('VGG16: 212 at block5_pool with a jump of 32, everything behind the dense layers', () => {
    const fields = numbersOf(planOf('vgg16'));
    const span = (name: string) => fields.get(name)!.receptiveField;
    const both = (size: number, jump: number) => [
      { size, jump },
      { size, jump },
    ];
    expect(span('input_layer')).toEqual(both(1, 1));
    expect(span('block1_pool')).toEqual(both(6, 2));
    expect(span('block3_conv3')).toEqual(both(40, 4));
    expect(span('block5_conv3')).toEqual(both(196, 16));
    expect(span('block5_pool')).toEqual(both(212, 32));
    expect(span('flatten')).toEqual(both(212, 32));
    expect(span('fc1')).toBe('everything');
    expect(span('predictions')).toBe('everything');
  });

  test('of branches the larger one counts; layers inside a backbone follow it', () => {
    const residual = planOf('residual');
    const fields = numbersOf(residual);
    expect(fields.get('res1_add')!.receptiveField).toEqual(fields.get('res1_conv2')!.receptiveField);
    const document = chain('nested', [
      ['inputImage', 'x', { shape: [64, 64, 3] }],
      ['maxPooling2d', 'half'],
      ['pretrainedBackbone', 'vgg16', { architecture: 'vgg16', pooling: 'none' }],
    ]);
    const half = { size: 2, jump: 2 };
    expect(numbers(document, 'half')!.receptiveField).toEqual([half, half]);
    expect(numbers(document, 'vgg16/block1_conv1')!.receptiveField).toEqual([
      { size: 6, jump: 2 },
      { size: 6, jump: 2 },
    ]);
    expect(numbers(document, 'vgg16')!.receptiveField).toEqual(numbers(document, 'vgg16/block5_pool')!.receptiveField);
  });

  test('is open where values move to other places', () => {
    const document = chain('moved', [
      ['inputImage', 'x', { shape: [4, 4, 2] }],
      ['reshape', 'r', { targetShape: [8, 2, 2] }],
    ]);
    expect(numbers(document, 'r')!.receptiveField).toBeNull();
  });
});

describe('memory', () => {
  test('float32: weights, outputs for the batch, gradients of both, and the optimizer’s slots', () => {
    const { steps } = planOfChain(['inputVector', 'x', { shape: [4] }], ['dense', 'd', { units: 3 }]);
    expect(memoryOf(steps, { batchSize: 10, optimizer: initialTraining.optimizer })).toEqual({
      weights: 4 * 15,
      activations: 4 * 7 * 10,
      gradients: 4 * 7 * 10 + 4 * 15,
      optimizer: 2 * 4 * 15,
      predicting: 4 * 15 + 4 * 7 * 10,
      training: 4 * 15 * 4 + 2 * 4 * 7 * 10,
    });
  });
});
