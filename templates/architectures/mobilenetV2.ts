import add from '../../bricks/merge/add';
import batchNormalization from '../../bricks/normalization/batchNormalization';
import conv2d from '../../bricks/convolution/conv2d';
import dense from '../../bricks/core/dense';
import depthwiseConv2d from '../../bricks/convolution/depthwiseConv2d';
import globalAveragePooling2d from '../../bricks/pooling/globalAveragePooling2d';
import inputImage from '../../bricks/data/inputImage';
import relu from '../../bricks/activation/relu';
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

/** The paper's table 2: factor of the expansion, channels that come out, how many times, stride of the first. */
const stages = [
  { expansion: 1, filters: 16, times: 1, stride: 1 },
  { expansion: 6, filters: 24, times: 2, stride: 2 },
  { expansion: 6, filters: 32, times: 3, stride: 2 },
  { expansion: 6, filters: 64, times: 4, stride: 2 },
  { expansion: 6, filters: 96, times: 3, stride: 1 },
  { expansion: 6, filters: 160, times: 3, stride: 2 },
  { expansion: 6, filters: 320, times: 1, stride: 1 },
];

const minimum = 32;

/** The nearest multiple of 8 that is not more than a tenth below, 8 or more. */
function eights(channels: number): number {
  const near = Math.max(8, Math.floor((channels + 4) / 8) * 8);
  return near < 0.9 * channels ? near + 8 : near;
}

const normalized = (place: Place, x: string, name: string) => place(batchNormalization, { momentum: 0.999 }, x, name);

const pointwise = (place: Place, x: string, name: string, filters: number) =>
  place(conv2d, { filters, kernelSize: [1, 1], padding: 'same', useBias: false }, x, name);

interface Unit {
  readonly block: number;
  readonly channels: number;
  readonly filters: number;
  readonly expansion: number;
  readonly stride: number;
  /** Height and width of the map that comes in. */
  readonly sizes: readonly number[];
}

/** Wider by a 1×1 convolution, a window per channel, narrow again; with a shortcut where nothing changes its size. */
function invertedResidual(place: Place, x: string, { block, channels, filters, expansion, stride, sizes }: Unit) {
  const name = block === 0 ? 'expanded_conv' : `block_${block}`;
  return place.block(
    block === 0 ? 'block_0' : name,
    () => {
      let y = x;
      if (block > 0) {
        y = pointwise(place, y, `${name}_expand`, expansion * channels);
        y = place(relu, { maxValue: 6 }, normalized(place, y, `${name}_expand_BN`), `${name}_expand_relu`);
      }
      if (stride > 1) {
        const [tall, wide] = sizes.map((size) => [size % 2, 1] as const);
        y = place(zeroPadding2d, { padding: [tall!, wide!] }, y, `${name}_pad`);
      }
      const padding = stride > 1 ? 'valid' : 'same';
      y = place(depthwiseConv2d, { strides: [stride, stride], padding, useBias: false }, y, `${name}_depthwise`);
      y = place(relu, { maxValue: 6 }, normalized(place, y, `${name}_depthwise_BN`), `${name}_depthwise_relu`);
      y = normalized(place, pointwise(place, y, `${name}_project`, filters), `${name}_project_BN`);
      return channels === filters && stride === 1 ? place(add, {}, [x, y], `${name}_add`) : y;
    },
    { folded: true },
  );
}

/** The two widest were only ever trained at 224. */
const filesOf = (alpha: number) =>
  (alpha > 1 ? [224] : [224, 192, 160, 128, 96]).flatMap((size) => {
    const width = Number.isInteger(alpha) ? alpha.toFixed(1) : alpha;
    const path = `mobilenet_v2/mobilenet_v2_weights_tf_dim_ordering_tf_kernels_${width}_${size}`;
    return weightFiles({ architecture: 'mobilenet-v2', size, alpha, path, noTop: '_no_top' });
  });

/** Layers and names as in `keras/src/applications/mobilenet_v2.py`. */
export default defineTemplate({
  id: 'mobilenet-v2',
  title: 'MobileNetV2',
  group: 'architectures',
  paper: 'https://arxiv.org/abs/1801.04381',
  about: {
    en: 'Inverted residual blocks: shortcuts between feature maps with few channels, more channels only inside the block (Sandler et al., 2018).',
    ko: '채널이 적은 특성 맵끼리 잔차 연결로 잇고 블록 안에서만 채널을 늘리는, 작고 빠르며 정확한 모델이에요 (Sandler 외, 2018).',
  },
  options: { ...applicationOptions(224, minimum), ...alphaOption },
  optionWords: {
    en: { ...applicationWords.en, ...alphaWords.en },
    ko: { ...applicationWords.ko, ...alphaWords.ko },
  },
  expect: { output: [1000], weights: 3_538_984 },
  training: applicationTraining,
  architecture: {
    keras: { model: 'MobileNetV2', module: 'mobilenet_v2' },
    minimum,
    preprocessing: 'tf',
    source: 'imagenet',
    files: [1, 1.3, 1.4, 0.75, 0.5, 0.35].flatMap(filesOf),
  },

  build(place, { includeTop, pooling, classes, inputShape, alpha }) {
    const halved = (sizes: readonly number[]) => sizes.map((size) => Math.ceil(size / 2));
    let sizes = halved(inputShape.slice(0, 2).map((size) => size ?? 0));
    let channels = eights(32 * alpha);
    let block = 0;
    let x = place(inputImage, { shape: inputShape }, [], 'input_layer');
    stages.forEach(({ expansion, filters, times, stride }, index) => {
      place.block(
        `stage${index + 1}`,
        () => {
          if (index === 0) {
            x = place(conv2d, { filters: channels, strides: [2, 2], padding: 'same', useBias: false }, x, 'Conv1');
            x = place(relu, { maxValue: 6 }, normalized(place, x, 'bn_Conv1'), 'Conv1_relu');
          }
          for (let time = 0; time < times; time++) {
            const unit = { expansion, filters: eights(Math.trunc(filters * alpha)), stride: time === 0 ? stride : 1 };
            x = invertedResidual(place, x, { ...unit, block: block++, channels, sizes });
            channels = unit.filters;
            if (unit.stride > 1) sizes = halved(sizes);
          }
        },
        { folded: true },
      );
    });
    const last = alpha > 1 ? eights(1280 * alpha) : 1280;
    place.block('last', () => {
      x = place(conv2d, { filters: last, kernelSize: [1, 1], useBias: false }, x, 'Conv_1');
      x = place(relu, { maxValue: 6 }, normalized(place, x, 'Conv_1_bn'), 'out_relu');
    });
    if (!includeTop) return void pooled(place, x, pooling);
    place.block('top', () => {
      x = place(globalAveragePooling2d, {}, x);
      place(dense, { units: classes, activation: 'softmax' }, x, 'predictions');
    });
  },
});
