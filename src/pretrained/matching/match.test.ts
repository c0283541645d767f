import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import dense from '../../../bricks/core/dense';
import flatten from '../../../bricks/shape/flatten';
import inputImage from '../../../bricks/data/inputImage';
import inputSequence from '../../../bricks/data/inputSequence';
import bidirectional from '../../../bricks/wrapper/bidirectional';
import pretrainedBackbone from '../../../bricks/pretrained/pretrainedBackbone';
import type { Plan } from '../../compile/plan';
import { complete, matchWeights } from './match';
import { modelLayers } from './modelLayers';
import { fileOf, layersOf, manifestLayers, placed, planOf, tensorOf } from './testWeightFile';

const shared = resolve(import.meta.dirname, '../../../../shared/data/weights');
const small = { inputShape: [96, 96, 3] };
const keysOf = (plan: Plan) => modelLayers(plan).flatMap(({ weights }) => weights.map(({ key }) => key));

/** Key of the model and path in the file, for every pair. */
const asText = ({ pairs }: ReturnType<typeof matchWeights>) =>
  pairs.map(({ key, tensor }) => `${key} = ${tensor.name}`);

const withHead = () =>
  placed((place) => {
    const picture = place(inputImage, { shape: [96, 96, 3] }, [], 'picture');
    const features = place(pretrainedBackbone, { architecture: 'vgg16', includeTop: false }, picture, 'eyes');
    place(dense, { units: 1 }, place(flatten, {}, features), 'answer');
  });

describe('weights by name', () => {
  test.each(['vgg16', 'vgg19', 'resnet50', 'mobilenet', 'mobilenet-v2', 'inception-v3', 'xception'])(
    '%s finds all of its own file, in order of the model',
    (id) => {
      const plan = planOf(id, { includeTop: false, ...small });
      const match = matchWeights(plan, fileOf(layersOf(plan)));
      expect(match.report).toEqual({ loaded: keysOf(plan), missing: [], extra: [], wrongShape: [], byOrder: [] });
      expect(complete(match)).toBe(true);
    },
  );

  test('a file with the top serves a model without; the top is extra', () => {
    const match = matchWeights(
      planOf('vgg16', { includeTop: false, ...small }),
      fileOf(layersOf(planOf('vgg16', small))),
    );
    expect(complete(match)).toBe(true);
    expect(match.report.extra).toEqual([
      'fc1/kernel',
      'fc1/bias',
      'fc2/kernel',
      'fc2/bias',
      'predictions/kernel',
      'predictions/bias',
    ]);
  });

  test('VGG19 in VGG16 is found out by what lies between', () => {
    const match = matchWeights(
      planOf('vgg16', { includeTop: false, ...small }),
      fileOf(layersOf(planOf('vgg19', { includeTop: false, ...small }))),
    );
    expect(match.amid).toContain('block3_conv4/kernel');
    expect(complete(match)).toBe(false);
  });

  test('another width is the wrong shape, another architecture is missing', () => {
    const plan = planOf('mobilenet', { alpha: 0.5, includeTop: false, ...small });
    const wide = matchWeights(plan, fileOf(layersOf(planOf('mobilenet', { includeTop: false, ...small }))));
    expect(wide.report.wrongShape[0]).toEqual({ name: 'conv1/kernel', expected: [3, 3, 3, 16], got: [3, 3, 3, 32] });
    const other = matchWeights(plan, fileOf(layersOf(planOf('xception', { includeTop: false, ...small }))));
    expect(other.report.loaded).toEqual([]);
    expect(other.report.missing).toEqual(keysOf(plan));
  });

  test('names with other weights in another order are put right', () => {
    const plan = planOf('mobilenet', { includeTop: false, ...small });
    const turned = layersOf(plan).map((layer) => ({ ...layer, tensors: layer.tensors.toReversed() }));
    const match = matchWeights(plan, fileOf(turned));
    expect(asText(match)).toContain('conv1_bn/movingMean = conv1_bn/moving_mean:0');
    expect(asText(match)).toContain('conv1_bn/gamma = conv1_bn/gamma:0');
    expect(complete(match)).toBe(true);
  });
});

describe('weights by count and order', () => {
  test("InceptionV3 is found where Keras's numbers start at 1, and not one layer further", () => {
    const plan = planOf('inception-v3', { includeTop: false, ...small });
    const next = (name: string) => {
      const [, base, number] = /^(conv2d|batch_normalization)(?:_(\d+))?$/.exec(name)!;
      return `${base}_${Number(number ?? 0) + 1}`;
    };
    const match = matchWeights(plan, fileOf(layersOf(plan, next)));
    expect(complete(match)).toBe(true);
    expect(asText(match)).toContain('conv2d/kernel = conv2d_1/kernel:0');
    expect(asText(match)).toContain('conv2d_93/kernel = conv2d_94/kernel:0');
  });

  test('a Keras 3 file that knows classes only, sorted by name', () => {
    const plan = planOf('resnet50', { includeTop: false, ...small });
    const counts = new Map<string, number>();
    const layers = modelLayers(plan)
      .map(({ kind, path, weights }) => {
        const count = counts.get(kind) ?? 0;
        counts.set(kind, count + 1);
        const tensors = weights.map(({ shape }, index) => tensorOf(`vars/${index}`, shape));
        return { name: count === 0 ? kind : `${kind}_${count}`, path, tensors, layers: [] };
      })
      .toSorted((a, b) => (a.name < b.name ? -1 : 1));
    const match = matchWeights(plan, fileOf(layers, 'kerasWeightsH5'));
    expect(complete(match)).toBe(true);
    for (const { key, tensor } of match.pairs) {
      const layer = layers.find(({ tensors }) => tensors.includes(tensor))!;
      expect(key.startsWith(`${layer.path}/`)).toBe(true);
    }
  });

  test('other names altogether go by order, tensors too', () => {
    const plan = planOf('vgg16', { includeTop: false, ...small });
    const layers = layersOf(plan).map(({ tensors }, index) => ({
      name: `layer${index}`,
      tensors: tensors.map(({ shape }, at) => tensorOf(`layer${index}_${'Wb'[at]}_1:0`, shape)),
      layers: [],
    }));
    const match = matchWeights(plan, fileOf(layers));
    expect(complete(match)).toBe(true);
    expect(asText(match).slice(0, 2)).toEqual([
      'block1_conv1/kernel = layer0_W_1:0',
      'block1_conv1/bias = layer0_b_1:0',
    ]);
  });
});

describe('models in models', () => {
  test("a backbone's file fills the backbone; the head is missing", () => {
    const plan = withHead();
    const match = matchWeights(plan, fileOf(layersOf(planOf('vgg16', { includeTop: false, ...small }))));
    expect(match.report.missing).toEqual(['answer/kernel', 'answer/bias']);
    expect(match.report.loaded).toEqual(keysOf(plan).filter((key) => key.startsWith('eyes/')));
    expect(match.amid).toEqual([]);
  });

  test('a file of the whole model, the backbone with layers of its own or as one list of tensors', () => {
    const plan = withHead();
    const layers = layersOf(plan);
    const inside = layers.filter(({ name }) => name !== 'answer');
    const answer = layers.filter(({ name }) => name === 'answer');
    const nested = [{ name: 'eyes', tensors: [], layers: inside }, ...answer];
    const flat = [{ name: 'vgg16', tensors: inside.flatMap(({ tensors }) => tensors), layers: [] }, ...answer];
    for (const file of [nested, flat]) {
      const match = matchWeights(plan, fileOf(file));
      expect(complete(match)).toBe(true);
      expect(match.report.loaded).toEqual(keysOf(plan));
    }
    const unfolded = matchWeights(planOf('vgg16', { includeTop: false, ...small }), fileOf(nested));
    expect(complete(unfolded)).toBe(true);
    expect(unfolded.report.extra).toEqual(['answer/kernel', 'answer/bias']);
  });

  test('both halves of a Bidirectional stay one layer', () => {
    const plan = placed((place) => {
      place(bidirectional, {}, place(inputSequence, {}, [], 'words'), 'both');
    });
    const [layer] = modelLayers(plan);
    const half = (side: string) => ({
      name: side,
      tensors: [],
      layers: [
        {
          name: 'cell',
          tensors: layer!.weights
            .slice(0, layer!.weights.length / 2)
            .map(({ shape }, index) => tensorOf(`vars/${index}`, shape)),
          layers: [],
        },
      ],
    });
    const file = fileOf([{ name: 'both', tensors: [], layers: [half('forward'), half('backward')] }], 'keras');
    expect(complete(matchWeights(plan, file))).toBe(true);
  });
});

describe.skipIf(!existsSync(shared))('real files (need the shared data)', () => {
  test('MobileNet of TensorFlow.js with and without its top', () => {
    const file = { format: 'tfjs' as const, layers: manifestLayers(join(shared, 'mobilenet_v1_0.25_224/model.json')) };
    const whole = matchWeights(planOf('mobilenet', { alpha: 0.25 }), file);
    expect(whole.report).toMatchObject({ missing: [], extra: [], wrongShape: [] });
    const noTop = matchWeights(planOf('mobilenet', { alpha: 0.25, includeTop: false }), file);
    expect(complete(noTop)).toBe(true);
    expect(noTop.report.extra).toEqual(['conv_preds/kernel', 'conv_preds/bias']);
    expect(complete(matchWeights(planOf('mobilenet'), file))).toBe(false);
  });

  test('VGG19 without its top', () => {
    const file = { format: 'tfjs' as const, layers: manifestLayers(join(shared, 'vgg19_uint8_notop/model.json')) };
    expect(complete(matchWeights(planOf('vgg19', { includeTop: false }), file))).toBe(true);
    expect(complete(matchWeights(planOf('vgg16', { includeTop: false }), file))).toBe(false);
  });
});
