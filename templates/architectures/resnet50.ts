import activation from '../../bricks/activation/activation';
import add from '../../bricks/merge/add';
import batchNormalization from '../../bricks/normalization/batchNormalization';
import conv2d from '../../bricks/convolution/conv2d';
import dense from '../../bricks/core/dense';
import globalAveragePooling2d from '../../bricks/pooling/globalAveragePooling2d';
import inputImage from '../../bricks/data/inputImage';
import maxPooling2d from '../../bricks/pooling/maxPooling2d';
import zeroPadding2d from '../../bricks/shape/zeroPadding2d';
import { type Place, defineTemplate } from '../../src/document/template';
import { applicationOptions, applicationTraining, applicationWords, pooled } from './applicationOptions';
import { weightFiles } from './weightFiles';

/** The paper's table 1, 50 layers: residual units, filters of their first two convolutions, stride of the first unit. */
const stages = [
  { name: 'conv2', units: 3, filters: 64, stride: 1 },
  { name: 'conv3', units: 4, filters: 128, stride: 2 },
  { name: 'conv4', units: 6, filters: 256, stride: 2 },
  { name: 'conv5', units: 3, filters: 512, stride: 2 },
];

const minimum = 32;

interface Conv {
  readonly filters: number;
  readonly size?: number;
  readonly stride?: number;
  readonly padding?: 'valid' | 'same';
}

/** A convolution and its normalization, named `<name>_conv` and `<name>_bn`. */
function normalized(place: Place, x: string, name: string, { filters, size = 1, stride = 1, padding = 'valid' }: Conv) {
  const params = { filters, kernelSize: [size, size], strides: [stride, stride], padding } as const;
  return place(batchNormalization, { epsilon: 1.001e-5 }, place(conv2d, params, x, `${name}_conv`), `${name}_bn`);
}

/** A bottleneck with a shortcut around it; in a stage's first unit the shortcut is a convolution that fits the size. */
function residualUnit(place: Place, x: string, name: string, filters: number, stride: number, first: boolean) {
  const relu = { activation: 'relu' } as const;
  return place.block(
    name,
    () => {
      const shortcut = first ? normalized(place, x, `${name}_0`, { filters: 4 * filters, stride }) : x;
      let y = normalized(place, x, `${name}_1`, { filters, stride });
      y = place(activation, relu, y, `${name}_1_relu`);
      y = normalized(place, y, `${name}_2`, { filters, size: 3, padding: 'same' });
      y = place(activation, relu, y, `${name}_2_relu`);
      y = normalized(place, y, `${name}_3`, { filters: 4 * filters });
      return place(activation, relu, place(add, {}, [shortcut, y], `${name}_add`), `${name}_out`);
    },
    { folded: true },
  );
}

/** Layers and names as in `keras/src/applications/resnet.py`. */
export default defineTemplate({
  id: 'resnet50',
  title: 'ResNet50',
  group: 'architectures',
  paper: 'https://arxiv.org/abs/1512.03385',
  about: {
    en: 'Shortcut connections around every three layers make a 50-layer network trainable (He et al., 2015).',
    ko: '세 층마다 잔차 연결을 두어 50개 층도 학습할 수 있는 모델이에요 (He 외, 2015).',
  },
  options: applicationOptions(224, minimum),
  optionWords: applicationWords,
  expect: { output: [1000], weights: 25_636_712 },
  training: applicationTraining,
  architecture: {
    keras: { model: 'ResNet50', module: 'resnet50' },
    minimum,
    preprocessing: 'caffe',
    source: 'imagenet',
    files: weightFiles({
      architecture: 'resnet50',
      size: 224,
      path: 'resnet/resnet50_weights_tf_dim_ordering_tf_kernels',
      noTop: '_notop',
      published: [
        [102_967_424, '2cb95161c43110f7111970584f804107'],
        [94_765_736, '4d473c1dd8becc155b73f8504c6f6626'],
      ],
    }),
  },

  build(place, { includeTop, pooling, classes, inputShape }) {
    let x = place(inputImage, { shape: inputShape }, [], 'input_layer');
    place.block(
      'conv1',
      () => {
        x = place(
          zeroPadding2d,
          {
            padding: [
              [3, 3],
              [3, 3],
            ],
          },
          x,
          'conv1_pad',
        );
        x = normalized(place, x, 'conv1', { filters: 64, size: 7, stride: 2 });
        x = place(activation, { activation: 'relu' }, x, 'conv1_relu');
        x = place(zeroPadding2d, {}, x, 'pool1_pad');
        x = place(maxPooling2d, { poolSize: [3, 3], strides: [2, 2] }, x, 'pool1_pool');
      },
      { folded: true },
    );
    for (const { name, units, filters, stride } of stages) {
      place.block(
        name,
        () => {
          for (let unit = 1; unit <= units; unit++) {
            const first = unit === 1;
            x = residualUnit(place, x, `${name}_block${unit}`, filters, first ? stride : 1, first);
          }
        },
        { folded: true },
      );
    }
    if (!includeTop) return void pooled(place, x, pooling, { avg: 'avg_pool', max: 'max_pool' });
    place.block('top', () => {
      x = place(globalAveragePooling2d, {}, x, 'avg_pool');
      place(dense, { units: classes, activation: 'softmax' }, x, 'predictions');
    });
  },
});
