import activation from '../../bricks/activation/activation';
import add from '../../bricks/merge/add';
import batchNormalization from '../../bricks/normalization/batchNormalization';
import conv2d from '../../bricks/convolution/conv2d';
import dense from '../../bricks/core/dense';
import globalAveragePooling2d from '../../bricks/pooling/globalAveragePooling2d';
import inputImage from '../../bricks/data/inputImage';
import maxPooling2d from '../../bricks/pooling/maxPooling2d';
import separableConv2d from '../../bricks/convolution/separableConv2d';
import { type Place, defineTemplate } from '../../src/document/template';
import { applicationOptions, applicationTraining, applicationWords, pooled } from './applicationOptions';
import { weightFiles } from './weightFiles';

const middle = Array.from({ length: 8 }, (_, index) => ({ block: index + 5, filters: [728, 728, 728], halves: false }));

/** The paper's figure 5: filters of the separable convolutions of each residual block, and whether it halves the map. */
const flows = [
  {
    name: 'entry_flow',
    blocks: [
      { block: 2, filters: [128, 128], halves: true },
      { block: 3, filters: [256, 256], halves: true },
      { block: 4, filters: [728, 728], halves: true },
    ],
  },
  { name: 'middle_flow', blocks: middle },
  { name: 'exit_flow', blocks: [{ block: 13, filters: [728, 1024], halves: true }] },
];

const minimum = 71;
const folded = { folded: true };
const relu = { activation: 'relu' } as const;

/** A separable convolution and its normalization. */
const separable = (place: Place, x: string, name: string, filters: number) =>
  place(
    batchNormalization,
    {},
    place(separableConv2d, { filters, padding: 'same', useBias: false }, x, name),
    `${name}_bn`,
  );

interface Residual {
  readonly block: number;
  readonly filters: readonly number[];
  readonly halves: boolean;
}

/** Separable convolutions with a shortcut around them; where the map halves, the shortcut is a strided convolution. */
function residual(place: Place, x: string, { block, filters, halves }: Residual): string {
  const name = `block${block}`;
  return place.block(
    name,
    () => {
      let shortcut = x;
      if (halves) {
        const fit = { filters: filters.at(-1)!, kernelSize: [1, 1], strides: [2, 2], padding: 'same' } as const;
        shortcut = place(batchNormalization, {}, place(conv2d, { ...fit, useBias: false }, x));
      }
      let y = x;
      for (const [index, count] of filters.entries()) {
        const conv = `${name}_sepconv${index + 1}`;
        // What comes into block 2 has been through its relu already.
        if (block > 2 || index > 0) y = place(activation, relu, y, `${conv}_act`);
        y = separable(place, y, conv, count);
      }
      const pool = { poolSize: [3, 3], strides: [2, 2], padding: 'same' } as const;
      if (halves) y = place(maxPooling2d, pool, y, `${name}_pool`);
      return place(add, {}, [y, shortcut]);
    },
    folded,
  );
}

/** Layers and names as in `keras/src/applications/xception.py`. */
export default defineTemplate({
  id: 'xception',
  title: 'Xception',
  group: 'architectures',
  paper: 'https://arxiv.org/abs/1610.02357',
  about: {
    en: 'An extreme version of Inception: depthwise separable convolutions with shortcut connections (Chollet, 2016).',
    ko: 'Inception의 아이디어를 끝까지 발전시킨 모델로, 깊이별 분리 합성곱과 잔차 연결로 이루어져요 (Chollet, 2016).',
  },
  options: applicationOptions(299, minimum),
  optionWords: applicationWords,
  expect: { output: [1000], weights: 22_910_480 },
  training: applicationTraining,
  architecture: {
    keras: { model: 'Xception', module: 'xception' },
    minimum,
    preprocessing: 'tf',
    source: 'imagenet',
    files: weightFiles({
      architecture: 'xception',
      size: 299,
      path: 'xception/xception_weights_tf_dim_ordering_tf_kernels',
      noTop: '_notop',
      published: [
        [91_884_032, '0a58e3b7378bc2990ea3b43d5981f1f6'],
        [83_683_744, 'b0042744bf5b25fce3cb969f33bebb97'],
      ],
    }),
  },

  build(place, { includeTop, pooling, classes, inputShape }) {
    let x = place(inputImage, { shape: inputShape }, [], 'input_layer');
    /** The plain convolutions of the first block, the separable ones of the last. */
    const first = () => {
      for (const [conv, filters, stride] of [
        ['block1_conv1', 32, 2],
        ['block1_conv2', 64, 1],
      ] as const) {
        x = place(conv2d, { filters, strides: [stride, stride], useBias: false }, x, conv);
        x = place(activation, relu, place(batchNormalization, {}, x, `${conv}_bn`), `${conv}_act`);
      }
    };
    const last = () => {
      for (const [conv, filters] of [
        ['block14_sepconv1', 1536],
        ['block14_sepconv2', 2048],
      ] as const) {
        x = place(activation, relu, separable(place, x, conv, filters), `${conv}_act`);
      }
    };
    for (const { name, blocks } of flows) {
      place.block(
        name,
        () => {
          if (name === 'entry_flow') place.block('block1', first, folded);
          for (const block of blocks) x = residual(place, x, block);
          if (name === 'exit_flow') place.block('block14', last, folded);
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
