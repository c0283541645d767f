import { isConfig, isList } from '../kerasGraph/json';
import type { Config, Json, KerasLayer } from '../kerasGraph/kerasGraph';

/** Names of arguments in Keras 1 by those of Keras 2, for all classes that have them. */
const names: Readonly<Record<string, string>> = {
  nb_filter: 'filters',
  border_mode: 'padding',
  subsample: 'strides',
  subsample_length: 'strides',
  filter_length: 'kernel_size',
  pool_length: 'pool_size',
  stride: 'strides',
  bias: 'use_bias',
  init: 'kernel_initializer',
  inner_init: 'recurrent_initializer',
  inner_activation: 'recurrent_activation',
  W_regularizer: 'kernel_regularizer',
  U_regularizer: 'recurrent_regularizer',
  b_regularizer: 'bias_regularizer',
  W_constraint: 'kernel_constraint',
  b_constraint: 'bias_constraint',
  dropout_W: 'dropout',
  dropout_U: 'recurrent_dropout',
  p: 'rate',
  dim_ordering: 'data_format',
  atrous_rate: 'dilation_rate',
};

/** Where another class calls something else so. */
const namesOf: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  Dense: { output_dim: 'units' },
  LSTM: { output_dim: 'units' },
  GRU: { output_dim: 'units' },
  SimpleRNN: { output_dim: 'units' },
  Embedding: { init: 'embeddings_initializer', W_regularizer: 'embeddings_regularizer' },
  BatchNormalization: { beta_init: 'beta_initializer', gamma_init: 'gamma_initializer' },
  GaussianNoise: { sigma: 'stddev' },
  UpSampling1D: { length: 'size' },
};

/** What no layer computes by, or only one way. */
const unread = new Set([
  'consume_less',
  'input_dim',
  'input_length',
  'activity_regularizer',
  'nb_row',
  'nb_col',
  'mode',
]);
const orders: Readonly<Record<string, string>> = { tf: 'channels_last', th: 'channels_first' };
const merges: Readonly<Record<string, string>> = {
  sum: 'Add',
  mul: 'Multiply',
  ave: 'Average',
  max: 'Maximum',
  concat: 'Concatenate',
  dot: 'Dot',
};

/** A layer of Keras 1 as Keras 2 would have written it. */
export function firstKeras(layer: KerasLayer): KerasLayer {
  const own = namesOf[layer.className] ?? {};
  const config: Record<string, Json> = {};
  for (const [name, value] of Object.entries(layer.config)) {
    const now = own[name] ?? names[name] ?? name;
    const kept = layer.className === 'Embedding' && name === 'input_dim';
    if (unread.has(name) && !kept && value !== null && layer.className !== 'Merge') continue;
    config[now] = valueNow(now, value);
  }
  const { nb_row: rows, nb_col: columns } = layer.config;
  if (rows !== undefined && columns !== undefined) config['kernel_size'] = [rows, columns];
  return layer.className === 'Merge' ? merged(layer, config) : { ...layer, config };
}

function valueNow(name: string, value: Json): Json {
  if (name === 'data_format' && typeof value === 'string') return orders[value] ?? value;
  if (!name.endsWith('_regularizer') || !isConfig(value)) return value;
  const { l1 = 0, l2 = 0 } = value;
  return 'class_name' in value ? value : { class_name: 'L1L2', config: { l1, l2 } };
}

function merged(layer: KerasLayer, config: Config): KerasLayer {
  const { mode, concat_axis: axis = -1, dot_axes: axes = -1, name = layer.name, trainable = true } = config;
  const className = merges[String(mode)];
  if (className === undefined) return { ...layer, config };
  const own: Config =
    className === 'Concatenate' ? { axis } : className === 'Dot' ? { axes: isList(axes) ? axes.flat() : axes } : {};
  return { ...layer, className, config: { name, trainable, ...own } };
}
