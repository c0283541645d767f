import * as tf from '@tensorflow/tfjs';
import { beforeAll, describe, expect, test } from 'vitest';
import dense from '../bricks/core/dense';
import dropout from '../bricks/dropout/dropout';
import flatten from '../bricks/shape/flatten';
import inputImage from '../bricks/data/inputImage';
import pretrainedBackbone from '../bricks/pretrained/pretrainedBackbone';
import { realLayer } from '../e2e/keras/realLayer';
import { elements } from '../src/brick/shape';
import { compile } from '../src/compile/compile';
import { type Plan, runnable } from '../src/compile/plan';
import type { Document } from '../src/document/document';
import { type Place, buildTemplate, defineTemplate, initialOptions, parseOptions } from '../src/document/template';
import { library, templates } from './index';
import vgg16 from './architectures/vgg16';

const vgg = (options: object = {}): Plan => compile(buildTemplate(vgg16, { ...options }), library);

/** Every layer of VGG16 as in `keras.applications`: name, output shape, parameters. */
const rows: [name: string, shape: number[], parameters: number][] = [
  ['input_layer', [224, 224, 3], 0],
  ['block1_conv1', [224, 224, 64], 1792],
  ['block1_conv2', [224, 224, 64], 36_928],
  ['block1_pool', [112, 112, 64], 0],
  ['block2_conv1', [112, 112, 128], 73_856],
  ['block2_conv2', [112, 112, 128], 147_584],
  ['block2_pool', [56, 56, 128], 0],
  ['block3_conv1', [56, 56, 256], 295_168],
  ['block3_conv2', [56, 56, 256], 590_080],
  ['block3_conv3', [56, 56, 256], 590_080],
  ['block3_pool', [28, 28, 256], 0],
  ['block4_conv1', [28, 28, 512], 1_180_160],
  ['block4_conv2', [28, 28, 512], 2_359_808],
  ['block4_conv3', [28, 28, 512], 2_359_808],
  ['block4_pool', [14, 14, 512], 0],
  ['block5_conv1', [14, 14, 512], 2_359_808],
  ['block5_conv2', [14, 14, 512], 2_359_808],
  ['block5_conv3', [14, 14, 512], 2_359_808],
  ['block5_pool', [7, 7, 512], 0],
  ['flatten', [25_088], 0],
  ['fc1', [4096], 102_764_544],
  ['fc2', [4096], 16_781_312],
  ['predictions', [1000], 4_097_000],
];

/** The plan of a model placed by hand. */
function planOf(build: (place: Place) => void, change: (document: Document) => Document = (same) => same): Plan {
  const template = defineTemplate({ ...vgg16, id: 'head', title: 'Head', options: {}, build });
  return compile(change(buildTemplate(template)), library);
}

const freeze = (names: (name: string) => boolean) => (document: Document) => ({
  ...document,
  nodes: Object.fromEntries(
    Object.entries(document.nodes).map(([name, node]) => [name, names(name) ? { ...node, trainable: false } : node]),
  ),
});

beforeAll(async () => {
  await tf.setBackend('cpu');
});

describe.each(templates.map((template) => ({ id: template.id, template })))('$id', ({ template }) => {
  test('is what it promises, without an issue', () => {
    const plan = compile(buildTemplate(template), library);
    expect(plan.issues).toEqual([]);
    expect(plan.blocked).toEqual([]);
    expect(runnable(plan)).toBe(true);
    expect(plan.outputs.map((name) => plan.shapes[name])).toEqual([template.expect.output]);
    expect(plan.totals.parameters).toBe(template.expect.weights);
    const still = plan.steps.flatMap(({ name, weights }) =>
      template.frozen?.includes(name) ? weights : weights.filter((weight) => weight.name.startsWith('moving')),
    );
    expect(plan.totals.nonTrainable).toBe(still.reduce((sum, { shape }) => sum + (elements(shape) ?? 0), 0));
  });

  test('has words for itself and its options in both languages', () => {
    expect(template.about.en).not.toBe('');
    expect(template.about.ko).toMatch(/[가-힣]/);
    for (const language of ['en', 'ko'] as const) {
      const words: Readonly<Record<string, string>> = template.optionWords[language];
      expect(Object.keys(words).toSorted()).toEqual(Object.keys(template.options).toSorted());
      for (const text of Object.values(words)) expect(text.trim()).not.toBe('');
    }
    expect(parseOptions(template, {})).toEqual(initialOptions(template));
    expect(() => parseOptions(template, { unheardOf: 1 })).toThrow(/unheardOf/);
  });

  test('stacks only on what lies below, and keeps its blocks apart', () => {
    const { nodes, edges, blocks } = buildTemplate(template);
    const inBlocks = Object.values(blocks).flatMap((block) => block.nodes);
    expect(new Set(inBlocks).size).toBe(inBlocks.length);
    const stacked = Object.keys(nodes).filter((name) => nodes[name]!.stacked);
    expect(stacked.filter((name) => edges.filter(({ to }) => to === name).length !== 1)).toEqual([]);
    expect(stacked.length).toBeGreaterThan(0);
  });
});

test('the first template takes the digits', () => {
  const plan = compile(buildTemplate(templates[0]!), library);
  expect(templates[0]!.id).toBe('digits');
  expect(plan.shapes[plan.inputs[0]!]).toEqual([28, 28, 1]);
  expect(plan.totals.parameters).toBeLessThan(10_000);
});

describe('VGG16', () => {
  test('row by row as in keras.applications', () => {
    expect(vgg().steps.map(({ name, shape, parameters }) => [name, shape, parameters])).toEqual(rows);
  });

  test('five blocks and the top, all of them towers', () => {
    const { blocks } = buildTemplate(vgg16);
    expect(Object.entries(blocks).map(([name, { folded, nodes }]) => [name, folded, nodes.length])).toEqual([
      ['block1', false, 3],
      ['block2', false, 3],
      ['block3', false, 4],
      ['block4', false, 4],
      ['block5', false, 4],
      ['top', false, 4],
    ]);
  });

  test.each([
    [{ includeTop: false }, 'block5_pool', [7, 7, 512], 14_714_688],
    [{ includeTop: false, pooling: 'avg' }, 'global_average_pooling2d', [512], 14_714_688],
    [{ includeTop: false, pooling: 'max' }, 'global_max_pooling2d', [512], 14_714_688],
    [{ includeTop: false, inputShape: [240, 240, 3] }, 'block5_pool', [7, 7, 512], 14_714_688],
    [{ includeTop: false, inputShape: [32, 32, 3] }, 'block5_pool', [1, 1, 512], 14_714_688],
    [{ classes: 10 }, 'predictions', [10], 134_301_514],
    [{ pooling: 'avg' }, 'predictions', [1000], 138_357_544],
  ])('%o ends in %s %o with %d', (options, name, shape, parameters) => {
    const plan = vgg(options);
    expect(plan.issues).toEqual([]);
    expect(plan.outputs).toEqual([name]);
    expect(plan.shapes[name]).toEqual(shape);
    expect(plan.totals.parameters).toBe(parameters);
  });
});

describe('heads on VGG16', () => {
  test('four classes on 240×240: 16,320,644', () => {
    const plan = planOf((place) => {
      const picture = place(inputImage, { shape: [240, 240, 3] });
      const features = place(flatten, {}, place(pretrainedBackbone, {}, picture, 'vgg16'));
      const hidden = place(dropout, { rate: 0.25 }, place(dense, { units: 64, activation: 'relu' }, features));
      place(dense, { units: 4, activation: 'softmax' }, hidden);
    });
    expect(plan.steps.map(({ name, shape, parameters }) => [name, shape, parameters])).toEqual([
      ['input_image', [240, 240, 3], 0],
      ['vgg16', [7, 7, 512], 14_714_688],
      ['flatten', [25_088], 0],
      ['dense', [64], 1_605_696],
      ['dropout', [64], 0],
      ['dense_1', [4], 260],
    ]);
    expect(plan.steps[1]!.nested!.steps.map(({ name, parameters }) => [name, parameters])).toEqual(
      rows.slice(0, 19).map(([name, , parameters]) => [name, parameters]),
    );
    expect(plan.totals).toEqual({ parameters: 16_320_644, trainable: 16_320_644, nonTrainable: 0 });
  });

  const catsAndDogs = (place: Place) => {
    vgg16.build(place, { ...initialOptions(vgg16), includeTop: false });
    const hidden = place(dense, { units: 512, activation: 'relu' }, place(flatten, {}, 'block5_pool'));
    place(dense, { units: 1, activation: 'sigmoid' }, place(dropout, {}, hidden));
  };

  test.each([
    ['frozen', /^block/, 12_846_081],
    ['fine-tuned from block5', /^block[1-4]/, 19_925_505],
    ['free', /^nothing/, 27_560_769],
  ])('yes or no, %s', (_, frozen, trainable) => {
    const plan = planOf(
      catsAndDogs,
      freeze((name) => frozen.test(name)),
    );
    expect(plan.totals).toEqual({ parameters: 27_560_769, trainable, nonTrainable: 27_560_769 - trainable });
  });

  test('a frozen backbone brick freezes everything in it', () => {
    const plan = planOf(
      (place) => {
        const backbone = place(pretrainedBackbone, {}, place(inputImage, { shape: [224, 224, 3] }), 'vgg16');
        const hidden = place(dense, { units: 512, activation: 'relu' }, place(flatten, {}, backbone));
        place(dense, { units: 1, activation: 'sigmoid' }, place(dropout, {}, hidden));
      },
      freeze((name) => name === 'vgg16'),
    );
    expect(plan.totals).toEqual({ parameters: 27_560_769, trainable: 12_846_081, nonTrainable: 14_714_688 });
    expect(plan.steps[1]!.weights.some(({ trainable }) => trainable)).toBe(false);
  });

  test('128 and one: 17,926,209', () => {
    const plan = planOf((place) => {
      vgg16.build(place, { ...initialOptions(vgg16), includeTop: false });
      const hidden = place(dense, { units: 128, activation: 'relu' }, place(flatten, {}, 'block5_pool'));
      place(dense, { units: 1, activation: 'sigmoid' }, hidden);
    });
    expect(plan.totals.parameters).toBe(14_714_688 + 25_088 * 128 + 128 + 129);
  });
});

/** The model that tfjs's own layers make of a plan. */
function realModel(plan: Plan): tf.LayersModel {
  const tensors = new Map<string, tf.SymbolicTensor>();
  for (const step of plan.steps) {
    const inputs = step.inputs.map((name) => tensors.get(name)!);
    const layer = () => (step.nested ? realModel(step.nested) : realLayer(step, step.name));
    const output =
      inputs.length === 0
        ? tf.input({ shape: [...step.shape], name: step.name })
        : (layer().apply(inputs.length === 1 ? inputs[0]! : inputs) as tf.SymbolicTensor);
    expect(output.shape).toEqual([null, ...step.shape]);
    tensors.set(step.name, output);
  }
  return tf.model({
    inputs: plan.inputs.map((name) => tensors.get(name)!),
    outputs: plan.outputs.map((name) => tensors.get(name)!),
  });
}

test.each(templates.filter(({ id }) => !id.startsWith('vgg')).map((template) => ({ id: template.id, template })))(
  '$id: TensorFlow.js builds the same model',
  ({ template }) => {
    const model = realModel(compile(buildTemplate(template), library));
    expect(model.countParams()).toBe(template.expect.weights);
    model.dispose();
  },
);
