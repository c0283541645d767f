import { describe, expect, it } from 'vitest';
import { library, templates } from '../../templates/index';
import { compile } from '../compile/compile';
import { templateDocument } from '../layout/templateDocument';
import type { Start } from './document';
import { initialOptions } from './template';
import { publishedFile, templateSources, templateStart } from './publishedWeights';

const architectures = Object.values(library.architectures);

describe.each(architectures)('$id', (template) => {
  const [, published] = templateSources(template);
  const openedWith = (options: object) =>
    compile(templateDocument(template, { ...options }, library, published), library);

  it('starts from its published weights, and prepares pictures as these were trained', () => {
    const { weightsFrom, preprocessing, issues } = openedWith({});
    expect(issues).toEqual([]);
    expect(weightsFrom).toMatchObject({ source: published, architecture: template.id, includeTop: true, file: '' });
    expect(preprocessing).toBe(template.architecture.preprocessing);
    expect(weightsFrom!.entry === undefined).toBe(published === 'digits');
    expect(openedWith({ includeTop: false, classes: 7 }).weightsFrom).toMatchObject({ includeTop: false });
  });

  it('has none for another number of classes', () => {
    const options = { ...initialOptions(template), classes: 7 };
    expect(() => templateStart(template, options, published!)).toThrow(
      expect.objectContaining({ code: 'weightsClasses' }),
    );
    expect(templateStart(template, options, 'random')).toBeNull();
  });
});

it('is an offer of architectures alone', () => {
  const others = templates.filter(({ architecture }) => !architecture);
  expect(others.flatMap((template) => templateSources(template).filter((source) => source !== 'random'))).toEqual([]);
});

interface Wanted {
  readonly source: Start['source'];
  readonly includeTop: boolean;
  readonly alpha: number;
  readonly inputShape: readonly number[] | null;
}

const pathFor = (architecture: string, more: Partial<Wanted> = {}) => {
  const { inputShape, ...wanted } = {
    source: 'imagenet',
    includeTop: true,
    alpha: 1,
    inputShape: [224, 224, 3],
    ...more,
  } as const;
  return publishedFile(library.architectures[architecture]!, wanted, inputShape)?.places[0]!.path;
};

describe('the published file', () => {
  it.each([
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
  ] satisfies [string, Partial<Wanted>, string][])('%s %o comes from %s', (architecture, more, path) => {
    expect(pathFor(architecture, more)).toBe(path);
  });

  it('there is none for what Keras has none', () => {
    expect(pathFor('mobilenet', { alpha: 0.3 })).toBeUndefined();
    expect(pathFor('mobilenet', { alpha: 1.3 })).toBeUndefined();
    expect(pathFor('mobilenet-v2', { alpha: 0.25 })).toBeUndefined();
    expect(pathFor('vgg16', { inputShape: [224, 224, 4] })).toBeUndefined();
    expect(pathFor('vgg16', { source: 'file' })).toBeUndefined();
    expect(pathFor('digits-backbone', { source: 'digits' })).toBeUndefined();
  });
});
