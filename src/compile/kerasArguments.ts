import type { Argument, Arguments, InnerLayer } from '../brick/brick';
import type { Step } from './plan';
import { pythonValue } from './pythonText';
import { snakeCase } from './identifiers';

/** Printed values that every Keras layer with such an argument takes by itself. */
const defaults: Readonly<Record<string, string>> = {
  use_bias: 'True',
  data_format: "'channels_last'",
  dilation_rate: '(1, 1)',
  kernel_initializer: "'glorot_uniform'",
  depthwise_initializer: "'glorot_uniform'",
  pointwise_initializer: "'glorot_uniform'",
  bias_initializer: "'zeros'",
  recurrent_initializer: "'orthogonal'",
  embeddings_initializer: "'uniform'",
  gamma_initializer: "'ones'",
  beta_initializer: "'zeros'",
  moving_mean_initializer: "'zeros'",
  moving_variance_initializer: "'ones'",
};

/** Values that only some classes take by themselves. */
const classDefaults: readonly { readonly layer: RegExp; readonly values: Readonly<Record<string, string>> }[] = [
  {
    layer: /^(Separable|Depthwise)?Conv[123]D(Transpose)?$/,
    values: { activation: "'linear'", strides: '(1, 1)', padding: "'valid'", groups: '1', depth_multiplier: '1' },
  },
  { layer: /^ReLU$/, values: { negative_slope: '0', threshold: '0' } },
  { layer: /^Dot$/, values: { normalize: 'False' } },
  { layer: /^Dense$/, values: { activation: "'linear'" } },
  { layer: /Pooling[123]D$/, values: { padding: "'valid'", keepdims: 'False' } },
  {
    layer: /^BatchNormalization$/,
    values: { axis: '-1', momentum: '0.99', epsilon: '0.001', center: 'True', scale: 'True' },
  },
];

/** Arguments that Keras users write without their name, in the class's order. */
const positional: Readonly<Record<string, readonly string[]>> = {
  Conv2D: ['filters', 'kernel_size'],
  SeparableConv2D: ['filters', 'kernel_size'],
  DepthwiseConv2D: ['kernel_size'],
  ReLU: ['max_value'],
  Dense: ['units'],
  Dot: ['axes'],
  Dropout: ['rate'],
  Activation: ['activation'],
  MaxPooling2D: ['pool_size'],
  AveragePooling2D: ['pool_size'],
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

/** A pretrained architecture says everything: without `weights=None` Keras would download, without a shape assume 224. */
export function backboneArguments(step: Step): string[] {
  const given: Record<string, Argument> = { weights: null, inputShape: step.inputShapes[0] ?? null };
  return Object.entries({ ...given, ...step.call.kerasArgs }).map(
    ([name, value]) => `${snakeCase(name)}=${pythonValue(value)}`,
  );
}
