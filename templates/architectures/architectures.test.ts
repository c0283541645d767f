import { describe, expect, test } from 'vitest';
import { compile } from '../../src/compile/compile';
import { blocksAround } from '../../src/document/items';
import { buildTemplate, initialOptions, parseOptions } from '../../src/document/template';
import { chain } from '../../e2e/documents/chain';
import { library } from '../index';

/** Layers, parameters with and without the top, last feature map, with 10 classes, map of 128×96. */
type Row = readonly [
  id: string,
  layers: number,
  withTop: number,
  noTop: number,
  last: readonly [name: string, shape: readonly number[]],
  tenClasses: number,
  small: readonly number[],
];

/** Keras 3.15: `keras.applications`, weights=None; the oracle compares them row by row. */
const rows: readonly Row[] = [
  ['vgg16', 23, 138_357_544, 14_714_688, ['block5_pool', [7, 7, 512]], 134_301_514, [4, 3, 512]],
  ['vgg19', 26, 143_667_240, 20_024_384, ['block5_pool', [7, 7, 512]], 139_611_210, [4, 3, 512]],
  ['resnet50', 177, 25_636_712, 23_587_712, ['conv5_block3_out', [7, 7, 2048]], 23_608_202, [4, 3, 2048]],
  ['mobilenet', 91, 4_253_864, 3_228_864, ['conv_pw_13_relu', [7, 7, 1024]], 3_239_114, [4, 3, 1024]],
  ['mobilenet-v2', 156, 3_538_984, 2_257_984, ['out_relu', [7, 7, 1280]], 2_270_794, [4, 3, 1280]],
  ['inception-v3', 313, 23_851_784, 21_802_784, ['mixed10', [8, 8, 2048]], 21_823_274, [2, 1, 2048]],
  ['xception', 134, 22_910_480, 20_861_480, ['block14_sepconv2_act', [10, 10, 2048]], 20_881_970, [4, 3, 2048]],
];

const plan = (id: string, options: object = {}) =>
  compile(buildTemplate(library.architectures[id]!, { ...options }), library);

describe.each(rows)('%s', (id, layers, withTop, noTop, [last, map], tenClasses, small) => {
  test.each([
    [{}, 'predictions', [1000], withTop],
    [{ classes: 10 }, 'predictions', [10], tenClasses],
    [{ includeTop: false }, last, map, noTop],
    [{ includeTop: false, inputShape: [128, 96, 3] }, last, small, noTop],
  ])('%o ends in %s %o with %d', (options, name, shape, parameters) => {
    const { outputs, shapes, totals } = plan(id, options);
    expect(outputs).toEqual([name]);
    expect(shapes[name]).toEqual(shape);
    expect(totals.parameters).toBe(parameters);
  });

  test('has as many layers as in Keras', () => {
    expect(plan(id).steps).toHaveLength(layers);
  });
});

/** What every architecture promises; its layers are compared with Keras by the oracle. */
describe.each(Object.values(library.architectures))('the record of $id', (template) => {
  const { id, options, expect: promised, architecture } = template;
  const { keras, minimum, files, source } = architecture;
  const initial = initialOptions(template) as { readonly classes: number; readonly inputShape: readonly number[] };
  const [side, , channels] = initial.inputShape;
  const withTop = plan(id);
  const noTop = plan(id, { includeTop: false });
  const mapOf = ({ outputs, shapes }: typeof noTop) => shapes[outputs[0]!]!;

  test('classes are a layer on features, and pooling makes a vector of as many channels as the last map has', () => {
    expect(mapOf(withTop)).toEqual([initial.classes]);
    const features = (promised.weights - plan(id, { classes: 3 }).totals.parameters) / (initial.classes - 3) - 1;
    expect(withTop.steps.flatMap(({ inputShapes }) => inputShapes.map((shape) => shape.at(-1)))).toContain(features);
    expect(mapOf(noTop)).toHaveLength(3);
    for (const pooling of ['avg', 'max']) {
      const pooled = plan(id, { includeTop: false, pooling });
      expect(mapOf(pooled)).toEqual([mapOf(noTop).at(-1)]);
      expect(pooled.totals.parameters).toBe(noTop.totals.parameters);
    }
  });

  test(`takes pictures of ${minimum}×${minimum} and refuses smaller ones`, () => {
    const smallest = plan(id, { includeTop: false, inputShape: [minimum, minimum, channels] });
    expect(smallest.issues).toEqual([]);
    for (const inputShape of [
      [minimum - 1, minimum, channels],
      [minimum, minimum - 1, channels],
    ]) {
      expect(() => parseOptions(template, { inputShape })).toThrow(/inputShape/);
    }
  });

  test('stands as stages at first, folded but for VGG, and every layer of a stage is in it', () => {
    const document = buildTemplate(template);
    const { nodes, blocks } = document;
    const outermost = Object.entries(blocks).filter(([, { parent }]) => parent === undefined);
    expect(outermost.length).toBeLessThanOrEqual(10);
    const stages = outermost.filter(([name]) => !['top', 'last'].includes(name));
    // The towers of VGG are the picture that people know.
    expect(stages.map(([, { folded }]) => folded)).toEqual(stages.map(() => !['vgg16', 'vgg19'].includes(template.id)));
    const blockOf = new Map(Object.entries(blocks).flatMap(([name, block]) => block.nodes.map((node) => [node, name])));
    const loose = Object.keys(nodes).filter((name) => blocksAround(document, blockOf.get(name)).length === 0);
    expect(loose).toEqual(['input_layer']);
  });

  test('has both files of every width and size it is published for, and its own among them', () => {
    expect(files.length === 0).toBe(source === 'digits');
    const [tops, others] = [true, false].map((top) => files.filter(({ includeTop }) => includeTop === top));
    expect(tops!.map(({ alpha, size }) => [alpha, size])).toEqual(others!.map(({ alpha, size }) => [alpha, size]));
    expect(new Set(files.map(({ alpha }) => alpha)).size > 1).toBe('alpha' in options);
    expect(tops!.some(({ alpha, size }) => alpha === 1 && size === side)).toBe(source === 'imagenet');
    const good = files.filter(
      (file) =>
        file.architecture === id &&
        (file.md5 === null ? file.bytes === null : /^[\da-f]{32}$/.test(file.md5) && file.bytes! > 1e6) &&
        file.id.endsWith('-no-top') === !file.includeTop &&
        /no_?top\.h5$/.test(file.places[0]!.path) === !file.includeTop,
    );
    expect(good).toEqual(files);
  });

  test('is a layer of another model, too, as Keras names it', () => {
    const backbone = ['pretrainedBackbone', 'backbone', { architecture: id, alpha: 0.5, pooling: 'avg' }] as const;
    const { issues, steps } = compile(
      chain('', [['inputImage', 'photo', { shape: initial.inputShape }], backbone]),
      library,
    );
    expect(issues).toEqual([]);
    const [, { shape, parameters, call, preprocessing }] = steps as [unknown, (typeof steps)[0]];
    const width = 'alpha' in options ? { alpha: 0.5 } : {};
    const alone = plan(id, { includeTop: false, pooling: 'avg', ...width });
    expect([shape, parameters]).toEqual([mapOf(alone), alone.totals.parameters]);
    expect(call.kerasArgs).toEqual({ includeTop: false, inputShape: initial.inputShape, pooling: 'avg', ...width });
    expect(preprocessing).toBe(architecture.preprocessing);
    expect(call.keras).toBe(keras?.model ?? 'Functional');
  });
});

test('the backbone brick offers every architecture', () => {
  const offered = library.bricks['pretrainedBackbone']?.params['architecture'];
  expect(offered?.options).toEqual(Object.keys(library.architectures));
  expect(offered?.options).toContain(offered?.initial);
});

test.each([
  ['mobilenet', 0.25, 218_544, 475_544],
  ['mobilenet', 0.5, 829_536, 1_342_536],
  ['mobilenet', 0.75, 1_832_976, 2_601_976],
  ['mobilenet-v2', 0.35, 410_208, 1_691_208],
  ['mobilenet-v2', 0.5, 706_224, 1_987_224],
  ['mobilenet-v2', 1.4, 4_363_712, 6_156_712],
])('%s with alpha %d: %d without the top, %d with it', (id, alpha, noTop, withTop) => {
  expect(plan(id, { alpha, includeTop: false }).totals.parameters).toBe(noTop);
  expect(plan(id, { alpha }).totals.parameters).toBe(withTop);
});
