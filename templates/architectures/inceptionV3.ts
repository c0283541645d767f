import activation from '../../bricks/activation/activation';
import averagePooling2d from '../../bricks/pooling/averagePooling2d';
import batchNormalization from '../../bricks/normalization/batchNormalization';
import concatenate from '../../bricks/merge/concatenate';
import conv2d from '../../bricks/convolution/conv2d';
import dense from '../../bricks/core/dense';
import globalAveragePooling2d from '../../bricks/pooling/globalAveragePooling2d';
import inputImage from '../../bricks/data/inputImage';
import maxPooling2d from '../../bricks/pooling/maxPooling2d';
import { type Place, defineTemplate } from '../../src/document/template';
import { applicationOptions, applicationTraining, applicationWords, pooled } from './applicationOptions';
import { type Branch, type Conv, type Module, stages } from './inceptionModules';
import { weightFiles } from './weightFiles';

const minimum = 75;
const folded = { folded: true };

/** A convolution, its normalization without a factor, and relu; numbered as a fresh Keras session does. */
function normalized(place: Place, x: string, [filters, tall, wide, stride]: Conv, padding?: 'valid'): string {
  const strides = [stride ?? 1, stride ?? 1] as const;
  const keeps = stride === undefined && padding === undefined;
  const windows = { filters, kernelSize: [tall, wide], strides, padding: keeps ? 'same' : 'valid' } as const;
  const conv = place(conv2d, { ...windows, useBias: false }, x);
  return place(activation, { activation: 'relu' }, place(batchNormalization, { scale: false }, conv));
}

const shrink = (place: Place, x: string) => place(maxPooling2d, { poolSize: [3, 3], strides: [2, 2] }, x);
const smooth = (place: Place, x: string) =>
  place(averagePooling2d, { poolSize: [3, 3], strides: [1, 1], padding: 'same' }, x);

/** A branch; the first fork of a module is named after it (mixed9_0, mixed9_1 in Keras's count). */
function branch(place: Place, x: string, layers: Branch, forkName: string | undefined): string {
  return layers.reduce<string>((y, layer) => {
    if (layer === 'mean') return smooth(place, y);
    if (layer === 'maximum') return shrink(place, y);
    if (!('fork' in layer)) return normalized(place, y, layer);
    return place(
      concatenate,
      {},
      layer.fork.map((conv) => normalized(place, y, conv)),
      forkName,
    );
  }, x);
}

/** All branches of a module over the same map, side by side. */
function inception(place: Place, x: string, { name, branches }: Module): string {
  const forkNames = [undefined, name === 'mixed9' ? 'mixed9_0' : 'mixed9_1'];
  return place(
    concatenate,
    {},
    branches.map((layers, index) => branch(place, x, layers, forkNames[index])),
    name,
  );
}

/** Layers and names as in `keras/src/applications/inception_v3.py`. */
export default defineTemplate({
  id: 'inception-v3',
  title: 'InceptionV3',
  group: 'architectures',
  paper: 'https://arxiv.org/abs/1512.00567',
  about: {
    en: 'Each module applies filters of several sizes in parallel and concatenates the results (Szegedy et al., 2015).',
    ko: '모듈마다 여러 크기의 필터를 동시에 적용하고 결과를 채널 방향으로 이어 붙이는 모델이에요 (Szegedy 외, 2015).',
  },
  options: applicationOptions(299, minimum),
  optionWords: applicationWords,
  expect: { output: [1000], weights: 23_851_784 },
  training: applicationTraining,
  architecture: {
    keras: { model: 'InceptionV3', module: 'inception_v3' },
    minimum,
    preprocessing: 'tf',
    source: 'imagenet',
    files: weightFiles({
      architecture: 'inception-v3',
      size: 299,
      path: 'inception_v3/inception_v3_weights_tf_dim_ordering_tf_kernels',
      noTop: '_notop',
      published: [
        [96_112_376, '9a0d58056eeedaa3f26cb7ebd46da564'],
        [87_910_968, 'bcbd6486424b2319ff4ef7d526e38f63'],
      ],
    }),
  },

  build(place, { includeTop, pooling, classes, inputShape }) {
    let x = place(inputImage, { shape: inputShape }, [], 'input_layer');
    place.block(
      'stem',
      () => {
        x = normalized(place, x, [32, 3, 3, 2]);
        x = normalized(place, x, [32, 3, 3], 'valid');
        x = shrink(place, normalized(place, x, [64, 3, 3]));
        x = normalized(place, x, [80, 1, 1], 'valid');
        x = shrink(place, normalized(place, x, [192, 3, 3], 'valid'));
      },
      folded,
    );
    for (const { name, modules } of stages) {
      place.block(
        name,
        () => {
          for (const [index, module] of modules.entries()) {
            const build = () => inception(place, x, module);
            x = modules.length === 1 ? build() : place.block(`${name}${index + 1}`, build, folded);
          }
        },
        folded,
      );
    }
    if (!includeTop) return void pooled(place, x, pooling);
    place.block('top', () => {
      x = place(globalAveragePooling2d, {}, x, 'avg_pool');
      place(dense, { units: classes, activation: 'softmax' }, x, 'predictions');
    });
  },
});
