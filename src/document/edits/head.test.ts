import { describe, expect, test } from 'vitest';
import { compile } from '../../compile/compile';
import { towersOf } from '../../layout/towers';
import { emptyDocument } from '../document';
import { addBrick } from './bricks';
import { applyFix } from './fixes';
import { type Head, swapHead } from './head';
import { after, brokenRules, deepFrozen, example, library, placesOf } from './testDocuments';
import { trunkOf } from './trunk';

const sigmoid: Head = { reduce: 'flatten', units: 512, dropout: 0.5, classes: 1 };
const softmax: Head = { reduce: 'flatten', units: 64, dropout: 0.25, classes: 4 };

const swapped = (document: ReturnType<typeof example>, head: Head) =>
  deepFrozen(swapHead(head, library, compile(document, library).shapes, placesOf(document))(document));

/** A picture and VGG16 as one brick. */
const backbone = (params: Record<string, string | boolean>, size = 224) =>
  after(
    emptyDocument('backbone'),
    () => addBrick(library, { type: 'inputImage', name: 'photo', params: { shape: [size, size, 3] } }),
    () => addBrick(library, { type: 'pretrainedBackbone', at: [212, 0], params }),
    () => (document) => ({ ...document, edges: [{ from: 'photo', to: Object.keys(document.nodes).at(-1)!, port: 0 }] }),
  );

describe('the heads of the course come out exactly', () => {
  test.each([
    ['VGG16 with its top', example('vgg16'), sigmoid, 27_560_769, 12_846_081],
    ['VGG16 without a top', example('vgg16', { includeTop: false }), sigmoid, 27_560_769, 12_846_081],
    ['VGG16 with pooling', example('vgg16', { includeTop: false, pooling: 'avg' }), sigmoid, 27_560_769, 12_846_081],
    ['the backbone', backbone({}), sigmoid, 27_560_769, 12_846_081],
    ['the backbone with its top', backbone({ includeTop: true }), sigmoid, 27_560_769, 12_846_081],
    ['the backbone with pooling', backbone({ pooling: 'max' }), sigmoid, 27_560_769, 12_846_081],
    ['the backbone at 240', backbone({}, 240), softmax, 16_320_644, 1_605_956],
  ] as const)('%s', (_, document, head, parameters, trainable) => {
    const result = swapped(document, head);
    const plan = compile(result, library);
    expect(plan.issues).toEqual([]);
    expect(plan.totals).toEqual({ parameters, trainable, nonTrainable: parameters - trainable });
    expect(result.training.loss).toBe(head.classes === 1 ? 'binaryCrossentropy' : 'sparseCategoricalCrossentropy');
    expect(result.blocks['head']!.nodes).toEqual(['flatten', 'dense', 'dropout', 'predictions']);
    expect(brokenRules(result)).toEqual([]);
    const { towers } = towersOf(result, library);
    expect(towers.map(({ items }) => items.join(' '))).toContain('flatten dense dropout predictions');
  });
});

describe('every architecture takes a new head', () => {
  const yesOrNo: Head = { reduce: 'globalAverage', units: 0, dropout: 0, classes: 1 };
  test.each([
    ['vgg19', 'block5_pool', 512, 20_024_384],
    ['resnet50', 'conv5_block3_out', 2048, 23_587_712],
    ['mobilenet', 'conv_pw_13_relu', 1024, 3_228_864],
    ['mobilenet-v2', 'out_relu', 1280, 2_257_984],
    ['inception-v3', 'mixed10', 2048, 21_802_784],
    ['xception', 'block14_sepconv2_act', 2048, 20_861_480],
  ] as const)('%s, which ends in %s', (architecture, last, channels, parameters) => {
    const template = example(architecture);
    expect(trunkOf(template, library, compile(template, library).shapes)).toBe(last);
    const size = architecture === 'inception-v3' || architecture === 'xception' ? 299 : 224;
    for (const document of [template, backbone({ architecture }, size)]) {
      const result = swapped(document, yesOrNo);
      const plan = compile(result, library);
      expect(plan.issues).toEqual([]);
      expect(plan.totals.parameters).toBe(parameters + channels + 1);
      expect(plan.totals.trainable).toBe(channels + 1);
      expect(brokenRules(result)).toEqual([]);
    }
  });
});

test('the new head has what it was asked for', () => {
  const { nodes, blocks } = swapped(backbone({ architecture: 'mobilenet' }), softmax);
  const layers = blocks['head']!.nodes.map((name) => nodes[name]!);
  expect(layers.map(({ type }) => type)).toEqual(['flatten', 'dense', 'dropout', 'dense']);
  expect(layers[1]!.params).toMatchObject({ units: 64, activation: 'relu' });
  expect(layers[2]!.params).toMatchObject({ rate: 0.25 });
  expect(layers[3]!.params).toMatchObject({ units: 4, activation: 'softmax' });
});

test('a brick that nobody knows ends a trunk, and is no reason to throw', () => {
  const known = example('digits');
  const [output] = Object.keys(known.nodes).slice(-1);
  const strange = deepFrozen({
    ...known,
    nodes: { ...known.nodes, [output!]: { ...known.nodes[output!]!, type: 'fromTomorrow' } },
  });
  expect(() => trunkOf(strange, library, compile(strange, library).shapes)).not.toThrow();
});

describe('other models', () => {
  test('digits keep their convolutions, frozen', () => {
    const result = swapped(example('digits'), { reduce: 'globalAverage', units: 0, dropout: 0, classes: 3 });
    const plan = compile(result, library);
    expect(plan.issues).toEqual([]);
    expect(plan.shapes['predictions']).toEqual([3]);
    expect(result.blocks['head']!.nodes).toEqual(['global_average_pooling2d', 'predictions']);
    expect(Object.keys(result.nodes).filter((name) => result.nodes[name]!.trainable)).toEqual(
      result.blocks['head']!.nodes,
    );
  });

  test('a residual network keeps its last sum', () => {
    const residual = example('residual');
    expect(trunkOf(residual, library, compile(residual, library).shapes)).toBe('res2_out');
  });

  test('a perceptron keeps its hidden layers', () => {
    const result = swapped(example('mlp'), { ...softmax, units: 0, dropout: 0 });
    expect(compile(result, library).issues).toEqual([]);
    expect(result.nodes['dense']!.trainable).toBe(false);
  });

  test('swapping again replaces the head, not more', () => {
    const once = swapped(example('vgg16'), sigmoid);
    const twice = swapped(swapped(example('vgg16'), softmax), sigmoid);
    expect(twice).toEqual(once);
  });

  test('an empty canvas stays empty', () => {
    const empty = emptyDocument('');
    expect(swapHead(sigmoid, library, {}, placesOf(empty))(empty)).toBe(empty);
  });
});

describe('fixes', () => {
  test('every fix that a broken model offers mends what it is offered for', () => {
    const vgg = example('vgg16');
    const without = deepFrozen({
      ...vgg,
      edges: vgg.edges.filter(({ to }) => to !== 'flatten' && to !== 'block1_conv1'),
    });
    const plan = compile(without, library);
    const fixes = plan.issues.flatMap(({ fixes }) => fixes);
    expect(fixes.length).toBeGreaterThan(0);
    for (const fix of fixes) {
      const mended = applyFix(fix, library, placesOf(without))(without);
      expect(mended).not.toBe(without);
      expect(brokenRules(mended)).toEqual([]);
    }
  });

  test('Flatten goes between an image and Dense, and both stand together', () => {
    const image = after(
      emptyDocument(''),
      () => addBrick(library, { type: 'inputImage', name: 'photo' }),
      () => addBrick(library, { type: 'dense', name: 'd', at: [212, 0] }),
      () => (document) => ({ ...document, edges: [{ from: 'photo', to: 'd', port: 0 }] }),
    );
    const [issue] = compile(image, library).issues;
    const mended = applyFix(issue!.fixes[0]!, library, placesOf(image))(image);
    expect(compile(mended, library).issues).toEqual([]);
    expect(towersOf(mended, library).towers.map(({ items }) => items)).toEqual([['photo'], ['flatten', 'd']]);
  });

  test('a missing input is added beside the brick', () => {
    const alone = after(
      emptyDocument(''),
      () => addBrick(library, { type: 'conv2d', at: [300, 40] }),
      () => addBrick(library, { type: 'flatten', on: 'conv2d' }),
    );
    const [issue] = compile(alone, library).issues;
    const mended = applyFix(issue!.fixes[0]!, library, placesOf(alone))(alone);
    expect(compile(mended, library).issues).toEqual([]);
    expect(mended.nodes['input_image']!.at).toEqual([88, 40]);
  });
});
