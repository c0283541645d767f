import activation from '../../bricks/activation/activation';
import batchNormalization from '../../bricks/normalization/batchNormalization';
import conv2d from '../../bricks/convolution/conv2d';
import depthwiseConv2d from '../../bricks/convolution/depthwiseConv2d';
import dropout from '../../bricks/dropout/dropout';
import globalAveragePooling2d from '../../bricks/pooling/globalAveragePooling2d';
import inputImage from '../../bricks/data/inputImage';
import relu from '../../bricks/activation/relu';
import reshape from '../../bricks/shape/reshape';
import zeroPadding2d from '../../bricks/shape/zeroPadding2d';
import { type Place, defineTemplate } from '../../src/document/template';
import {
  alphaOption,
  alphaWords,
  applicationOptions,
  applicationTraining,
  applicationWords,
  pooled,
} from './applicationOptions';
import { weightFiles } from './weightFiles';

/** The paper's table 1: filters and stride of the depthwise separable blocks, by size of their maps. */
const stages = [
  [{ filters: 64, stride: 1 }],
  [
    { filters: 128, stride: 2 },
    { filters: 128, stride: 1 },
  ],
  [
    { filters: 256, stride: 2 },
    { filters: 256, stride: 1 },
  ],
  [{ filters: 512, stride: 2 }, ...Array.from({ length: 5 }, () => ({ filters: 512, stride: 1 }))],
  [
    { filters: 1024, stride: 2 },
    { filters: 1024, stride: 1 },
  ],
];

const minimum = 32;

/** Normalization and ReLU6 behind the layer `name`. */
const active = (place: Place, x: string, name: string) =>
  place(relu, { maxValue: 6 }, place(batchNormalization, {}, x, `${name}_bn`), `${name}_relu`);

/** A window of its own for every channel, then a 1×1 convolution over all channels. */
function separable(place: Place, x: string, block: number, filters: number, stride: number): string {
  return place.block(
    `block_${block}`,
    () => {
      const strides = [stride, stride] as const;
      let y = x;
      if (stride > 1)
        y = place(
          zeroPadding2d,
          {
            padding: [
              [0, 1],
              [0, 1],
            ],
          },
          y,
          `conv_pad_${block}`,
        );
      const padding = stride > 1 ? 'valid' : 'same';
      y = place(depthwiseConv2d, { padding, strides, useBias: false }, y, `conv_dw_${block}`);
      y = active(place, y, `conv_dw_${block}`);
      y = place(conv2d, { filters, kernelSize: [1, 1], padding: 'same', useBias: false }, y, `conv_pw_${block}`);
      return active(place, y, `conv_pw_${block}`);
    },
    { folded: true },
  );
}

/** Widths as the names of Keras's files say them. */
const widths = { 1: '1_0', 0.75: '7_5', 0.5: '5_0', 0.25: '2_5' };

/** Beside Keras's files at 224 lies the one of TensorFlow.js with its top, which a model without one leaves out. */
const files = Object.entries(widths).flatMap(([width, name]) =>
  [224, 192, 160, 128].flatMap((size) => {
    const alpha = Number(width);
    const path = `mobilenet/mobilenet_${name}_${size}_tf`;
    const keras = weightFiles({ architecture: 'mobilenet', size, alpha, path, noTop: '_no_top' });
    if (size !== 224) return keras;
    const other = `mobilenet_v1_${alpha === 1 ? '1.0' : alpha.toFixed(2)}_224/model.json`;
    return keras.map((file) => ({ ...file, places: [...file.places, { server: 'tfjs', path: other } as const] }));
  }),
);

/** Layers and names as in `keras/src/applications/mobilenet.py`. */
export default defineTemplate({
  id: 'mobilenet',
  title: 'MobileNet',
  group: 'architectures',
  paper: 'https://arxiv.org/abs/1704.04861',
  about: {
    en: 'Depthwise separable convolutions: small and fast enough for mobile phones (Howard et al., 2017).',
    ko: '깊이별 분리 합성곱을 써서 휴대 전화에서도 작고 빠르게 동작하는 모델이에요 (Howard 외, 2017).',
  },
  options: { ...applicationOptions(224, minimum), ...alphaOption },
  optionWords: {
    en: { ...applicationWords.en, ...alphaWords.en },
    ko: { ...applicationWords.ko, ...alphaWords.ko },
  },
  expect: { output: [1000], weights: 4_253_864 },
  training: applicationTraining,
  architecture: {
    keras: { model: 'MobileNet', module: 'mobilenet' },
    minimum,
    preprocessing: 'tf',
    source: 'imagenet',
    files,
  },

  build(place, { includeTop, pooling, classes, inputShape, alpha }) {
    const wide = (filters: number) => Math.trunc(filters * alpha);
    let x = place(inputImage, { shape: inputShape }, [], 'input_layer');
    let block = 0;
    stages.forEach((separables, index) => {
      place.block(
        `stage${index + 1}`,
        () => {
          if (index === 0) {
            const first = { filters: wide(32), strides: [2, 2], padding: 'same', useBias: false } as const;
            x = active(place, place(conv2d, first, x, 'conv1'), 'conv1');
          }
          for (const { filters, stride } of separables) x = separable(place, x, ++block, wide(filters), stride);
        },
        { folded: true },
      );
    });
    if (!includeTop) return void pooled(place, x, pooling);
    place.block('top', () => {
      x = place(globalAveragePooling2d, { keepdims: true }, x);
      x = place(dropout, { rate: 0.001 }, x, 'dropout');
      x = place(conv2d, { filters: classes, kernelSize: [1, 1], padding: 'same' }, x, 'conv_preds');
      x = place(reshape, { targetShape: [classes] }, x, 'reshape_2');
      place(activation, { activation: 'softmax' }, x, 'predictions');
    });
  },
});
