import { newHardSigmoid } from '../../formats/saved/tfjsJson';
import { isConfig, isList, member, textAt } from '../kerasGraph/json';
import type { Config, Json, KerasLayer } from '../kerasGraph/kerasGraph';

/** Other names of Keras's classes, of every time. */
export const renamedClasses: Readonly<Record<string, string>> = {
  Convolution1D: 'Conv1D',
  Convolution2D: 'Conv2D',
  Convolution3D: 'Conv3D',
  Convolution1DTranspose: 'Conv1DTranspose',
  Convolution2DTranspose: 'Conv2DTranspose',
  Deconvolution2D: 'Conv2DTranspose',
  DepthwiseConvolution2D: 'DepthwiseConv2D',
  SeparableConvolution1D: 'SeparableConv1D',
  SeparableConvolution2D: 'SeparableConv2D',
  MaxPool1D: 'MaxPooling1D',
  MaxPool2D: 'MaxPooling2D',
  MaxPool3D: 'MaxPooling3D',
  AvgPool1D: 'AveragePooling1D',
  AvgPool2D: 'AveragePooling2D',
  AvgPool3D: 'AveragePooling3D',
  GlobalMaxPool1D: 'GlobalMaxPooling1D',
  GlobalMaxPool2D: 'GlobalMaxPooling2D',
  GlobalMaxPool3D: 'GlobalMaxPooling3D',
  GlobalAvgPool1D: 'GlobalAveragePooling1D',
  GlobalAvgPool2D: 'GlobalAveragePooling2D',
  GlobalAvgPool3D: 'GlobalAveragePooling3D',
  BatchNormalizationV1: 'BatchNormalization',
  BatchNormalizationV2: 'BatchNormalization',
  SyncBatchNormalization: 'BatchNormalization',
  LSTMV2: 'LSTM',
  GRUV2: 'GRU',
  CuDNNLSTM: 'LSTM',
  CuDNNGRU: 'GRU',
  UnifiedLSTM: 'LSTM',
  UnifiedGRU: 'GRU',
};

/** What these classes of Keras 2 do that those of Keras 3 say with an argument. */
const ofClass: Readonly<Record<string, Config>> = {
  CuDNNLSTM: { recurrent_activation: 'sigmoid' },
  CuDNNGRU: { recurrent_activation: 'sigmoid', reset_after: true },
};

/** What these functions are called that were others before Keras 3. */
const activations: Readonly<Record<string, string>> = {
  hard_sigmoid: 'legacy_hard_sigmoid',
  hardSigmoid: 'legacy_hard_sigmoid',
  [newHardSigmoid]: 'hard_sigmoid',
};

function activation(value: Json): Json {
  const name = textAt(value, 'class_name') === 'function' ? textAt(value, 'config') : value;
  return typeof name === 'string' ? (activations[name] ?? value) : value;
}

/** Layers that TensorFlow made of Conv2D, whose arguments they have and do not read. */
const oneByOne = /^(Depthwise|Separable)Conv/;
const unread = ['kernel_initializer', 'kernel_regularizer', 'kernel_constraint'];

type Change = (config: Config) => { readonly className?: string; readonly config: Config };

const renamed =
  (from: string, to: string): Change =>
  (config) => {
    const { [from]: value, ...rest } = config;
    return { config: value === undefined ? config : { ...rest, [to]: value } };
  };

/** The penalty of a layer as the arguments of the one that is nothing else. */
function penaltyOf(config: Config): Config {
  const { activation: _linear, activity_regularizer: given = null, ...others } = config;
  const settings = member(given, 'config');
  return { ...others, l1: member(settings, 'l1') ?? 0, l2: member(settings, 'l2') ?? 0 };
}

/** What became of some classes' arguments. */
const changes: Readonly<Record<string, Change>> = {
  LeakyReLU: renamed('alpha', 'negative_slope'),
  ThresholdedReLU: (config) => ({ className: 'ReLU', ...renamed('theta', 'threshold')({ theta: 1, ...config }) }),
  // A penalty alone: TensorFlow.js has no layer of its own for it.
  Activation: (config) =>
    config['activation'] === 'linear' && isConfig(config['activity_regularizer'] ?? null)
      ? { className: 'ActivityRegularization', config: penaltyOf(config) }
      : { config },
  // Before TensorFlow 2 there was only this way.
  GRU: (config) => ({ config: { reset_after: false, ...config } }),
};

/** A layer of Keras 2 or TensorFlow.js with the arguments that say the same in Keras 3. */
export function secondKeras(layer: KerasLayer, writtenAs: string): KerasLayer {
  const own = ofClass[writtenAs] ?? {};
  const config = Object.fromEntries(
    Object.entries({ ...own, ...layer.config }).map(([name, value]) => {
      if (name === 'activation' || name === 'recurrent_activation') return [name, activation(value)];
      // A list of one axis, as TensorFlow 2 writes it.
      if (name === 'axis' && isList(value) && value.length === 1 && layer.className === 'BatchNormalization')
        return [name, value[0]!];
      return [name, value];
    }),
  );
  if (oneByOne.test(layer.className)) for (const name of unread) delete config[name];
  if (config['groups'] === 1) delete config['groups'];
  const change = changes[layer.className]?.(config);
  return { ...layer, className: change?.className ?? layer.className, config: change?.config ?? config };
}

export const isChannelsFirst = (config: Json) => isConfig(config) && config['data_format'] === 'channels_first';
