import type { Argument, Arguments, InnerLayer } from '../../brick/brick';
import type { Step } from '../../compile/plan';
import { pythonString, pythonValue } from './pythonText';
import { snakeCase } from '../../compile/identifiers';

/** Printed values that every Keras layer with such an argument takes by itself. */
const defaults: Readonly<Record<string, string>> = {
  use_bias: 'True',
  data_format: "'channels_last'",
  dilation_rate: '(1, 1)',
  kernel_initializer: "'glorot_uniform'",
  depthwise_initializer: "'glorot_uniform'",
  pointwise_initializer: "'glorot_uniform'",
  bias_initializer: "'zeros'",
  recurrent_initializer: 'keras.initializers.Orthogonal(gain=1)',
  embeddings_initializer: 'keras.initializers.RandomUniform(minval=-0.05, maxval=0.05)',
  gamma_initializer: "'ones'",
  beta_initializer: "'zeros'",
  moving_mean_initializer: "'zeros'",
  moving_variance_initializer: "'ones'",
};

/** Values that only some classes take by themselves. */
const classDefaults: readonly { readonly layer: RegExp; readonly values: Readonly<Record<string, string>> }[] = [
  {
    layer: /^(Separable|Depthwise)?Conv2D(Transpose)?$/,
    values: { activation: "'linear'", strides: '(1, 1)', padding: "'valid'", groups: '1', depth_multiplier: '1' },
  },
  {
    layer: /^Conv1D(Transpose)?$/,
    values: { activation: "'linear'", strides: '1', padding: "'valid'", groups: '1', dilation_rate: '1' },
  },
  {
    layer: /^Conv3D(Transpose)?$/,
    values: {
      activation: "'linear'",
      strides: '(1, 1, 1)',
      padding: "'valid'",
      groups: '1',
      dilation_rate: '(1, 1, 1)',
    },
  },
  { layer: /^ReLU$/, values: { negative_slope: '0', threshold: '0' } },
  { layer: /^Rescaling$/, values: { offset: '0' } },
  { layer: /^Resizing$/, values: { interpolation: "'bilinear'", crop_to_aspect_ratio: 'False' } },
  { layer: /^RandomFlip$/, values: { mode: "'horizontal_and_vertical'" } },
  {
    layer: /^Random(Rotation|Zoom|Translation|Contrast|Brightness)$/,
    values: { fill_mode: "'reflect'", interpolation: "'bilinear'", fill_value: '0', value_range: '(0, 255)' },
  },
  { layer: /^LeakyReLU$/, values: { negative_slope: '0.3' } },
  { layer: /^ELU$/, values: { alpha: '1' } },
  { layer: /^PReLU$/, values: { alpha_initializer: "'zeros'" } },
  { layer: /^Softmax$/, values: { axis: '-1' } },
  { layer: /^Dot$/, values: { normalize: 'False' } },
  { layer: /^Dense$/, values: { activation: "'linear'" } },
  { layer: /^Embedding$/, values: { mask_zero: 'False' } },
  { layer: /^Masking$/, values: { mask_value: '0' } },
  {
    layer: /^(SimpleRNN|LSTM|GRU)$/,
    values: {
      activation: "'tanh'",
      recurrent_activation: "'sigmoid'",
      return_sequences: 'False',
      go_backwards: 'False',
      stateful: 'False',
      dropout: '0',
      recurrent_dropout: '0',
      unit_forget_bias: 'True',
      reset_after: 'True',
    },
  },
  { layer: /^Bidirectional$/, values: { merge_mode: "'concat'" } },
  { layer: /Pooling[123]D$/, values: { padding: "'valid'", keepdims: 'False' } },
  {
    layer: /^(Batch|Layer|Group|Unit)Normalization$/,
    values: { axis: '-1', momentum: '0.99', epsilon: '0.001', center: 'True', scale: 'True', groups: '32' },
  },
];

/** Arguments that Keras users write without their name, in the class's order. */
const positional: Readonly<Record<string, readonly string[]>> = {
  Conv1D: ['filters', 'kernel_size'],
  Conv2D: ['filters', 'kernel_size'],
  Conv2DTranspose: ['filters', 'kernel_size'],
  Conv3D: ['filters', 'kernel_size'],
  SeparableConv2D: ['filters', 'kernel_size'],
  DepthwiseConv2D: ['kernel_size'],
  ReLU: ['max_value'],
  Dense: ['units'],
  Dot: ['axes'],
  Dropout: ['rate'],
  Rescaling: ['scale'],
  Resizing: ['height', 'width'],
  CenterCrop: ['height', 'width'],
  RandomFlip: ['mode'],
  RandomRotation: ['factor'],
  RandomZoom: ['height_factor', 'width_factor'],
  RandomTranslation: ['height_factor', 'width_factor'],
  RandomContrast: ['factor'],
  RandomBrightness: ['factor'],
  SpatialDropout1D: ['rate'],
  SpatialDropout2D: ['rate'],
  SpatialDropout3D: ['rate'],
  GaussianNoise: ['stddev'],
  GaussianDropout: ['rate'],
  AlphaDropout: ['rate'],
  Embedding: ['input_dim', 'output_dim'],
  SimpleRNN: ['units'],
  LSTM: ['units'],
  GRU: ['units'],
  RepeatVector: ['n'],
  Permute: ['dims'],
  Activation: ['activation'],
  MaxPooling1D: ['pool_size'],
  MaxPooling2D: ['pool_size'],
  MaxPooling3D: ['pool_size'],
  AveragePooling1D: ['pool_size'],
  AveragePooling2D: ['pool_size'],
  AveragePooling3D: ['pool_size'],
  Cropping1D: ['cropping'],
  Cropping2D: ['cropping'],
  UpSampling1D: ['size'],
  UpSampling2D: ['size'],
  ZeroPadding1D: ['padding'],
  ZeroPadding2D: ['padding'],
  Reshape: ['target_shape'],
  TimeDistributed: ['layer'],
  Bidirectional: ['layer'],
};

/** `name=value` for each argument that Keras would not set to the same value by itself. */
export function kerasArguments(layer: string, args: Arguments): string[] {
  const own = classDefaults.find((entry) => entry.layer.test(layer))?.values ?? {};
  const first = positional[layer] ?? [];
  const printed = Object.entries(args)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [snakeCase(name), pythonValue(value, kerasLayer)] as const);
  return [
    ...first.flatMap((wanted) => printed.filter(([name]) => name === wanted).map(([, text]) => text)),
    ...printed
      .filter(([name, text]) => !first.includes(name) && defaults[name] !== text && own[name] !== text)
      .map(([name, text]) => `${name}=${text}`),
  ];
}

/** A layer inside a wrapper: `layers.Conv2D(32, (2, 2))`. */
function kerasLayer({ call }: InnerLayer): string {
  return `layers.${call.keras}(${kerasArguments(call.keras, call.kerasArgs).join(', ')})`;
}

/**
 * A pretrained architecture says everything: without `weights` Keras would download, without a shape assume 224. `name` is
 * the layer's in the script: somebody's own file lies beside it under that name.
 */
export function backboneArguments(step: Step, name: string): string[] {
  const { inputShapes, weightsFrom, call } = step;
  const given: Record<string, Argument> = { weights: null, inputShape: inputShapes[0] ?? null };
  const weights = weightsFrom?.source === 'file' ? pythonString(`${name}.h5`) : "'imagenet'";
  return Object.entries({ ...given, ...call.kerasArgs }).map(([argument, value]) =>
    argument === 'weights' && weightsFrom && weightsFrom.source !== 'digits'
      ? `weights=${weights}`
      : `${snakeCase(argument)}=${pythonValue(value)}`,
  );
}
