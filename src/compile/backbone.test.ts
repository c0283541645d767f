import { describe, expect, test } from 'vitest';
import { chain, frozenHead } from '../../e2e/documents/chain';
import { library } from '../../templates/index';
import type { Document, Json, Start } from '../document/document';
import { applyFix } from '../document/edits/fixes';
import { layersInside } from '../document/layersInside';
import { compile } from './compile';
import { fingerprint } from './fingerprint';
import { summaryRows } from './numbers/summary';
import { tableRows } from './numbers/summaryTable';

const withBackbone = (params: Readonly<Record<string, Json>>, size: readonly number[] = [224, 224, 3]): Document =>
  chain('Backbone', [
    ['inputImage', 'photo', { shape: size }],
    ['pretrainedBackbone', 'backbone', params],
  ]);

/** The head of the course on a VGG16 of which only some layers are trained. */
function course(params: Readonly<Record<string, Json>>): Document {
  const document = frozenHead();
  const vgg16 = { ...document.nodes['vgg16']!, trainable: true };
  return { ...document, nodes: { ...document.nodes, vgg16: { ...vgg16, params: { ...vgg16.params, ...params } } } };
}

describe('which layers of a backbone are trained', () => {
  test.each<[Readonly<Record<string, Json>>, number]>([
    [{}, 27_560_769],
    [{ trainableLayers: 'none' }, 12_846_081],
    [{ trainableLayers: 'from', trainableFrom: 'block5_conv1' }, 19_925_505],
    [{ trainableLayers: 'from' }, 27_560_769],
    // block5_conv1 … block5_pool
    [{ trainableLayers: 'last', trainableLast: 4 }, 19_925_505],
    [{ trainableLayers: 'last', trainableLast: 1 }, 12_846_081],
    [{ trainableLayers: 'last', trainableLast: 1000 }, 27_560_769],
    [{ trainableLayers: 'named', trainableNames: ['block5_conv1', 'block5_conv2', 'block5_conv3'] }, 19_925_505],
    [{ trainableLayers: 'named' }, 12_846_081],
  ])('%o: %d trainable', (params, trainable) => {
    const plan = compile(course(params), library);
    expect(plan.issues).toEqual([]);
    expect(plan.totals).toEqual({ parameters: 27_560_769, trainable, nonTrainable: 27_560_769 - trainable });
    const nested = plan.steps.find(({ name }) => name === 'vgg16')!;
    expect(nested.trainable).toBe(trainable > 12_846_081);
    expect(nested.nested!.totals.trainable).toBe(nested.trainableParameters);
  });

  test('summaries show it layer by layer', () => {
    const plan = compile(course({ trainableLayers: 'from', trainableFrom: 'block5_conv1' }), library);
    const trained = tableRows(plan).filter(({ parent, trainableParameters }) => parent && trainableParameters > 0);
    expect(trained.map(({ name }) => name)).toEqual(['block5_conv1', 'block5_conv2', 'block5_conv3']);
    const rows = summaryRows(plan, { expandNested: true }).filter(({ depth, trainable }) => depth === 1 && trainable);
    expect(rows.map(({ name }) => name)).toEqual([...trained.map(({ name }) => name), 'block5_pool']);
  });

  test('a frozen brick freezes all, whatever it says', () => {
    const document = course({ trainableLayers: 'from', trainableFrom: 'block5_conv1' });
    const vgg16 = { ...document.nodes['vgg16']!, trainable: false };
    const plan = compile({ ...document, nodes: { ...document.nodes, vgg16 } }, library);
    expect(plan.totals.trainable).toBe(12_846_081);
  });

  test('typing in the head leaves the backbone the very same', () => {
    const before = course({ trainableLayers: 'from', trainableFrom: 'block5_conv1' });
    const vgg16 = { ...before.nodes['vgg16']! };
    const after = { ...before, nodes: { ...before.nodes, vgg16 } };
    const nested = (document: Document) => compile(document, library).steps[1]!.nested;
    expect(nested(after)).toBe(nested(before));
  });
});

describe('where weights start', () => {
  test('a backbone says it, with how its pictures are prepared', () => {
    const plan = compile(withBackbone({ architecture: 'mobilenet', weights: 'imagenet', alpha: 0.25 }), library);
    expect(plan.issues).toEqual([]);
    expect(plan.steps[1]).toMatchObject({
      preprocessing: 'tf',
      weightsFrom: {
        source: 'imagenet',
        architecture: 'mobilenet',
        includeTop: false,
        alpha: 0.25,
        inputShape: [224, 224, 3],
        file: '',
      },
    });
    expect(plan.preprocessing).toBe('tf');
    expect(plan.weightsFrom).toBeUndefined();
  });

  test('at random there is none, and pictures stay as they were', () => {
    const plan = compile(withBackbone({}), library);
    expect(plan.steps[1]!.preprocessing).toBe('caffe');
    expect(plan.steps[1]!.weightsFrom).toBeUndefined();
    expect(plan.preprocessing).toBeUndefined();
  });

  test('a document says it for its own layers', () => {
    const weights: Start = { source: 'imagenet', architecture: 'resnet50', includeTop: false, alpha: 1, file: '' };
    const plan = compile({ ...chain('One', [['inputImage', 'photo', { shape: [64, 64, 3] }]]), weights }, library);
    expect(plan.weightsFrom).toMatchObject({
      ...weights,
      inputShape: [64, 64, 3],
      entry: { id: 'resnet50-no-top' },
      application: { model: 'ResNet50', module: 'resnet50' },
    });
    expect(plan.preprocessing).toBe('caffe');
  });

  test('counts for the fingerprint; freezing does not, and older models keep theirs', () => {
    const of = (params: Readonly<Record<string, Json>>) => fingerprint(compile(withBackbone(params), library));
    const file = 'a'.repeat(64);
    // As made before backbones had weights to start from.
    expect(of({})).toBe('1a9e290040a90a');
    expect(of({ trainableLayers: 'from', trainableFrom: 'block5_conv1', weightsFile: file })).toBe(of({}));
    const others = [of({}), of({ weights: 'imagenet' }), of({ weights: 'file', weightsFile: file })];
    expect(new Set(others).size).toBe(3);
    const own = chain('One', [['inputImage', 'photo']]);
    const weights: Start = { source: 'file', architecture: '', includeTop: false, alpha: 1, file };
    expect(fingerprint(compile({ ...own, weights }, library))).not.toBe(fingerprint(compile(own, library)));
  });
});

describe('what does not fit is refused with a way out', () => {
  test.each<[string, Readonly<Record<string, Json>>, readonly number[], string]>([
    ['no such layer', { trainableLayers: 'from', trainableFrom: 'block5_conv9' }, [224, 224, 3], 'unknownLayer'],
    [
      'no such layers',
      { trainableLayers: 'named', trainableNames: ['fc1', 'block1_pool'] },
      [64, 64, 3],
      'unknownLayer',
    ],
    ['grey pictures', { weights: 'imagenet' }, [64, 64, 1], 'channels'],
    ['ten classes', { weights: 'imagenet', includeTop: true, classes: 10 }, [224, 224, 3], 'weightsClasses'],
    ['another size', { weights: 'imagenet', includeTop: true }, [240, 240, 3], 'weightsSize'],
    ['another width', { weights: 'imagenet', architecture: 'mobilenet', alpha: 0.3 }, [64, 64, 3], 'weightsAlpha'],
    ['digits for VGG16', { weights: 'digits' }, [64, 64, 3], 'weightsSource'],
    ['no file', { weights: 'file' }, [64, 64, 3], 'weightsFile'],
  ])('%s', (_, params, size, code) => {
    const document = withBackbone(params, size);
    const [issue, ...others] = compile(document, library).issues;
    expect(issue?.code).toBe(code);
    expect(others).toEqual([]);
    expect(issue!.fixes.length).toBeGreaterThan(0);
    for (const fix of issue!.fixes) {
      const mended = applyFix(fix, library, { items: new Map() })(document);
      expect(compile(mended, library).issues.filter((after) => after.code === code)).toEqual([]);
    }
  });

  test('the layer spelled most alike is offered', () => {
    const document = withBackbone({ trainableLayers: 'from', trainableFrom: 'block5conv1' });
    const [issue] = compile(document, library).issues;
    expect(issue!.data).toEqual({ param: 'trainableFrom', layer: 'block5conv1', nearest: 'block5_conv1' });
  });
});

test('a document without the newer parameters opens as before', () => {
  const document = course({});
  const { architecture, weights, includeTop, pooling, classes, alpha } = document.nodes['vgg16']!.params;
  const params = { architecture, weights, includeTop, pooling, classes, alpha } as Record<string, Json>;
  const old = { ...document, nodes: { ...document.nodes, vgg16: { ...document.nodes['vgg16']!, params } } };
  const plan = compile(old, library);
  expect(plan.issues).toEqual([]);
  expect(plan.totals.trainable).toBe(27_560_769);
  expect(fingerprint(plan)).toBe(fingerprint(compile(document, library)));
});

test('the layers inside are known while the brick is broken', () => {
  const names = layersInside(library, { architecture: 'vgg16', includeTop: false, pooling: 'avg' });
  expect(names).toHaveLength(19);
  expect(names.slice(-2)).toEqual(['block5_pool', 'global_average_pooling2d']);
  expect(layersInside(library, { architecture: 'toString' })).toEqual([]);
});

test('an architecture that is not there is said by its name', () => {
  const document = withBackbone({ architecture: 'mobilenet' });
  const { issues } = compile(document, { ...library, architectures: {} });
  expect(issues).toMatchObject([{ code: 'unknownArchitecture', data: { architecture: 'mobilenet' } }]);
});
