import { describe, expect, test } from 'vitest';
import type { WeightsFrom } from '../compile/plan';
import { library } from '../../templates/index';
import { catalogue, entryOf, servers, weightsFileFor } from './catalogue';

const from = (architecture: string, more: Partial<WeightsFrom> = {}): WeightsFrom => ({
  source: 'imagenet',
  architecture,
  includeTop: true,
  alpha: 1,
  inputShape: [224, 224, 3],
  file: '',
  ...more,
});
const pathFor = (architecture: string, more: Partial<WeightsFrom> = {}) =>
  weightsFileFor(from(architecture, more))?.places[0]!.path;

describe('catalogue', () => {
  test('has both halves of every architecture, and every width and size of the MobileNets', () => {
    const counts = Object.keys(library.architectures).map((id) => [
      id,
      catalogue.filter(({ architecture, includeTop }) => architecture === id && includeTop).length,
      catalogue.filter(({ architecture, includeTop }) => architecture === id && !includeTop).length,
    ]);
    expect(counts.filter(([id]) => id !== 'digits-backbone')).toEqual([
      ['vgg16', 1, 1],
      ['vgg19', 1, 1],
      ['resnet50', 1, 1],
      ['mobilenet', 16, 16],
      ['mobilenet-v2', 22, 22],
      ['inception-v3', 1, 1],
      ['xception', 1, 1],
    ]);
    expect(new Set(catalogue.map(({ id }) => id)).size).toBe(catalogue.length);
    expect(new Set(catalogue.map(({ places }) => places[0]!.path)).size).toBe(catalogue.length);
    for (const { id } of catalogue) expect(entryOf(id)?.id).toBe(id);
    expect(entryOf('vgg17')).toBeNull();
  });

  test.each([
    ['vgg16', {}, 'vgg16/vgg16_weights_tf_dim_ordering_tf_kernels.h5'],
    ['vgg19', { includeTop: false }, 'vgg19/vgg19_weights_tf_dim_ordering_tf_kernels_notop.h5'],
    ['resnet50', { includeTop: false }, 'resnet/resnet50_weights_tf_dim_ordering_tf_kernels_notop.h5'],
    ['inception-v3', {}, 'inception_v3/inception_v3_weights_tf_dim_ordering_tf_kernels.h5'],
    ['xception', { includeTop: false }, 'xception/xception_weights_tf_dim_ordering_tf_kernels_notop.h5'],
    ['mobilenet', { alpha: 0.25 }, 'mobilenet/mobilenet_2_5_224_tf.h5'],
    [
      'mobilenet',
      { alpha: 0.75, includeTop: false, inputShape: [160, 160, 3] },
      'mobilenet/mobilenet_7_5_160_tf_no_top.h5',
    ],
    ['mobilenet', { includeTop: false, inputShape: [96, 96, 3] }, 'mobilenet/mobilenet_1_0_224_tf_no_top.h5'],
    ['mobilenet', { includeTop: false, inputShape: [128, 160, 3] }, 'mobilenet/mobilenet_1_0_224_tf_no_top.h5'],
    [
      'mobilenet-v2',
      { alpha: 0.35, inputShape: [96, 96, 3] },
      'mobilenet_v2/mobilenet_v2_weights_tf_dim_ordering_tf_kernels_0.35_96.h5',
    ],
    [
      'mobilenet-v2',
      { includeTop: false, inputShape: null },
      'mobilenet_v2/mobilenet_v2_weights_tf_dim_ordering_tf_kernels_1.0_224_no_top.h5',
    ],
    [
      'mobilenet-v2',
      { alpha: 1.4, includeTop: false, inputShape: [160, 160, 3] },
      'mobilenet_v2/mobilenet_v2_weights_tf_dim_ordering_tf_kernels_1.4_224_no_top.h5',
    ],
  ] satisfies [string, Partial<WeightsFrom>, string][])('%s %o comes from %s', (architecture, more, path) => {
    expect(pathFor(architecture, more)).toBe(path);
  });

  test('there is none for what Keras has none', () => {
    expect(pathFor('mobilenet', { alpha: 0.3 })).toBeUndefined();
    expect(pathFor('mobilenet', { alpha: 1.3 })).toBeUndefined();
    expect(pathFor('mobilenet-v2', { alpha: 0.25 })).toBeUndefined();
    expect(pathFor('vgg16', { inputShape: [224, 224, 4] })).toBeUndefined();
    expect(pathFor('vgg16', { source: 'file' })).toBeUndefined();
    expect(pathFor('lenet5')).toBeUndefined();
  });

  test('MobileNet at 224 has a second place, with shards', () => {
    expect(entryOf('mobilenet-0.5-224-no-top')?.places).toEqual([
      { server: 'keras', path: 'mobilenet/mobilenet_5_0_224_tf_no_top.h5' },
      { server: 'tfjs', path: 'mobilenet_v1_0.50_224/model.json' },
    ]);
    expect(entryOf('mobilenet-1-192')?.places).toHaveLength(1);
  });

  test('every address stands on its server', () => {
    for (const { places } of catalogue) {
      for (const { server, path } of places) {
        expect(new URL(path, servers[server]).href).toBe(servers[server] + path);
      }
    }
  });
});
