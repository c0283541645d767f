import { describe, expect, test } from 'vitest';
import { type AnyBrick, initialParams } from '../src/brick/brick';
import { compile } from '../src/compile/compile';
import { blocksAround } from '../src/document/items';
import { buildTemplate, parseOptions } from '../src/document/template';
import pretrainedBackbone from '../bricks/pretrained/pretrainedBackbone';
import { library } from './index';

/** Layers, parameters with and without the top, smallest size, last feature map, with 10 classes, map of 128×96. */
type Row = readonly [
  id: string,
  layers: number,
  withTop: number,
  noTop: number,
  minimum: number,
  last: readonly [name: string, shape: readonly number[]],
  tenClasses: number,
  small: readonly number[],
];

/** Keras 3.15: `keras.applications`, weights=None; the oracle compares them row by row. */
const rows: readonly Row[] = [
  ['vgg16', 23, 138_357_544, 14_714_688, 32, ['block5_pool', [7, 7, 512]], 134_301_514, [4, 3, 512]],
  ['vgg19', 26, 143_667_240, 20_024_384, 32, ['block5_pool', [7, 7, 512]], 139_611_210, [4, 3, 512]],
  ['resnet50', 177, 25_636_712, 23_587_712, 32, ['conv5_block3_out', [7, 7, 2048]], 23_608_202, [4, 3, 2048]],
  ['mobilenet', 91, 4_253_864, 3_228_864, 32, ['conv_pw_13_relu', [7, 7, 1024]], 3_239_114, [4, 3, 1024]],
  ['mobilenet-v2', 156, 3_538_984, 2_257_984, 32, ['out_relu', [7, 7, 1280]], 2_270_794, [4, 3, 1280]],
  ['inception-v3', 313, 23_851_784, 21_802_784, 75, ['mixed10', [8, 8, 2048]], 21_823_274, [2, 1, 2048]],
  ['xception', 134, 22_910_480, 20_861_480, 71, ['block14_sepconv2_act', [10, 10, 2048]], 20_881_970, [4, 3, 2048]],
];
/** Ours, which Keras does not have. */
const own = ['digits-backbone'];
const table = rows.map(([id, layers, withTop, noTop, minimum, [last, map], tenClasses, small]) => ({
  id,
  layers,
  withTop,
  noTop,
  minimum,
  last,
  map,
  tenClasses,
  small,
}));

const brick: AnyBrick = pretrainedBackbone;
const template = (id: string) => library.architectures[id]!;
const plan = (id: string, options: object = {}) => compile(buildTemplate(template(id), { ...options }), library);

test('these are all architectures, and the backbone brick offers each', () => {
  const ids = [...table.map(({ id }) => id), ...own];
  expect(Object.keys(library.architectures)).toEqual(ids);
  expect(pretrainedBackbone.params.architecture.options).toEqual(ids);
});

describe.each(table)('$id', ({ id, layers, withTop, noTop, minimum, last, map, tenClasses, small }) => {
  test.each([
    [{}, 'predictions', [1000], withTop],
    [{ classes: 10 }, 'predictions', [10], tenClasses],
    [{ includeTop: false }, last, map, noTop],
    [{ includeTop: false, inputShape: [128, 96, 3] }, last, small, noTop],
  ])('%o ends in %s %o with %d', (options, name, shape, parameters) => {
    const { outputs, shapes, totals, issues } = plan(id, options);
    expect(issues).toEqual([]);
    expect(outputs).toEqual([name]);
    expect(shapes[name]).toEqual(shape);
    expect(totals.parameters).toBe(parameters);
  });

  test('has as many layers as in Keras, and pooling makes a vector', () => {
    expect(plan(id).steps).toHaveLength(layers);
    for (const pooling of ['avg', 'max']) {
      const { outputs, shapes, totals } = plan(id, { includeTop: false, pooling });
      expect(shapes[outputs[0]!]).toEqual([map.at(-1)]);
      expect(totals.parameters).toBe(noTop);
    }
  });

  test(`takes pictures of ${minimum}×${minimum} and refuses smaller ones`, () => {
    const smallest = plan(id, { includeTop: false, inputShape: [minimum, minimum, 3] });
    expect(smallest.issues).toEqual([]);
    for (const inputShape of [
      [minimum - 1, minimum, 3],
      [minimum, minimum - 1, 3],
    ]) {
      expect(() => parseOptions(template(id), { inputShape })).toThrow(/inputShape/);
    }
  });

  test('stands as stages at first, and every layer of a stage is in it', () => {
    const { nodes, blocks } = buildTemplate(template(id));
    const outermost = Object.entries(blocks).filter(([, { parent }]) => parent === undefined);
    expect(outermost.length).toBeLessThanOrEqual(10);
    expect(outermost.filter(([name]) => !['top', 'last'].includes(name)).every(([, { folded }]) => folded)).toBe(true);
    const document = buildTemplate(template(id));
    const blockOf = new Map(Object.entries(blocks).flatMap(([name, block]) => block.nodes.map((node) => [node, name])));
    const loose = Object.keys(nodes).filter((name) => blocksAround(document, blockOf.get(name)).length === 0);
    expect(loose).toEqual(['input_layer']);
  });
});

describe('alpha', () => {
  test.each([
    ['mobilenet', 0.25, 218_544, 475_544],
    ['mobilenet', 0.5, 829_536, 1_342_536],
    ['mobilenet', 0.75, 1_832_976, 2_601_976],
    ['mobilenet-v2', 0.35, 410_208, 1_691_208],
    ['mobilenet-v2', 0.5, 706_224, 1_987_224],
    ['mobilenet-v2', 1.4, 4_363_712, 6_156_712],
  ])('%s %d: %d without the top, %d with it', (id, alpha, noTop, withTop) => {
    expect(plan(id, { alpha, includeTop: false }).totals.parameters).toBe(noTop);
    expect(plan(id, { alpha }).totals.parameters).toBe(withTop);
  });

  test('only the MobileNets have it, as template and as backbone', () => {
    for (const { id } of table) {
      const params = { ...initialParams(brick), architecture: id, alpha: 0.5 };
      const scales = id.startsWith('mobilenet');
      expect('alpha' in template(id).options).toBe(scales);
      const { options } = brick.nested!(params, [[299, 299, 3]]);
      expect('alpha' in options).toBe(scales);
      expect('alpha' in brick.kerasArgs!(params, [[299, 299, 3]], {})).toBe(scales);
    }
  });
});
