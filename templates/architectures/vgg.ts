import conv2d from '../../bricks/convolution/conv2d';
import dense from '../../bricks/core/dense';
import flatten from '../../bricks/shape/flatten';
import inputImage from '../../bricks/data/inputImage';
import maxPooling2d from '../../bricks/pooling/maxPooling2d';
import { type Template, defineTemplate } from '../../src/document/template';
import { optimizerSettings } from '../../src/document/training/trainingChoices';
import { applicationOptions, applicationTraining, applicationWords, pooled } from './applicationOptions';
import { type Published, weightFiles } from './weightFiles';

/** What tells one configuration of the paper from another: how many convolutions each of the five blocks has. */
interface Configuration extends Pick<Template, 'id' | 'title' | 'about' | 'expect'> {
  readonly convs: readonly number[];
  readonly published: readonly [Published, Published];
}

const filters = [64, 128, 256, 512, 512];
const minimum = 32;

/**
 * A VGG: five blocks of 3×3 convolutions, then three dense layers. Layers and names as in
 * `keras/src/applications/vgg16.py` and `vgg19.py`.
 */
export function vgg({ convs, published, ...configuration }: Configuration) {
  const { id, title } = configuration;
  return defineTemplate({
    ...configuration,
    group: 'architectures',
    paper: 'https://arxiv.org/abs/1409.1556',
    options: applicationOptions(224, minimum),
    optionWords: applicationWords,
    training: {
      ...applicationTraining,
      optimizer: { name: 'adam', settings: { ...optimizerSettings.adam, learningRate: 1e-4 } },
    },
    architecture: {
      keras: { model: title, module: id },
      minimum,
      preprocessing: 'caffe',
      source: 'imagenet',
      files: weightFiles({
        architecture: id,
        size: 224,
        path: `${id}/${id}_weights_tf_dim_ordering_tf_kernels`,
        noTop: '_notop',
        published,
      }),
    },

    build(place, { includeTop, pooling, classes, inputShape }) {
      let x = place(inputImage, { shape: inputShape }, [], 'input_layer');
      convs.forEach((count, index) => {
        const block = `block${index + 1}`;
        place.block(block, () => {
          for (let conv = 1; conv <= count; conv++) {
            const name = `${block}_conv${conv}`;
            x = place(conv2d, { filters: filters[index]!, padding: 'same', activation: 'relu' }, x, name);
          }
          x = place(maxPooling2d, {}, x, `${block}_pool`);
        });
      });
      if (!includeTop) return void pooled(place, x, pooling);
      place.block('top', () => {
        x = place(flatten, {}, x);
        x = place(dense, { units: 4096, activation: 'relu' }, x, 'fc1');
        x = place(dense, { units: 4096, activation: 'relu' }, x, 'fc2');
        place(dense, { units: classes, activation: 'softmax' }, x, 'predictions');
      });
    },
  });
}
