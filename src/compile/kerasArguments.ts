import type { Argument, Arguments } from '../brick/brick';
import type { Step } from './plan';
import { pythonValue } from './pythonText';
import { snakeCase } from './identifiers';

/** Printed values that every Keras layer with such an argument takes by itself. */
const defaults: Readonly<Record<string, string>> = {
  use_bias: 'True',
  data_format: "'channels_last'",
  dilation_rate: '(1, 1)',
  kernel_initializer: "'glorot_uniform'",
  bias_initializer: "'zeros'",
  gamma_initializer: "'ones'",
  beta_initializer: "'zeros'",
  moving_mean_initializer: "'zeros'",
  moving_variance_initializer: "'ones'",
};

/** Values that only some classes take by themselves. */
const classDefaults: readonly { readonly layer: RegExp; readonly values: Readonly<Record<string, string>> }[] = [
  {
    layer: /^(Separable|Depthwise)?Conv[123]D(Transpose)?$/,
    values: { activation: "'linear'", strides: '(1, 1)', padding: "'valid'", groups: '1' },
  },
  { layer: /^Dense$/, values: { activation: "'linear'" } },
  { layer: /Pooling[123]D$/, values: { padding: "'valid'", keepdims: 'False' } },
  {
    layer: /^BatchNormalization$/,
    values: { axis: '-1', momentum: '0.99', epsilon: '0.001', center: 'True', scale: 'True' },
  },
];

/** `name=value` for each argument that Keras would not set to the same value by itself. */
export function kerasArguments(layer: string, args: Arguments): string[] {
  const own = classDefaults.find((entry) => entry.layer.test(layer))?.values ?? {};
  return Object.entries(args)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [snakeCase(name), pythonValue(value)] as const)
    .filter(([name, text]) => defaults[name] !== text && own[name] !== text)
    .map(([name, text]) => `${name}=${text}`);
}

/** A pretrained architecture says everything: without `weights=None` Keras would download, without a shape assume 224. */
export function backboneArguments(step: Step): string[] {
  const given: Record<string, Argument> = { weights: null, inputShape: step.inputShapes[0] ?? null };
  return Object.entries({ ...given, ...step.call.kerasArgs }).map(
    ([name, value]) => `${snakeCase(name)}=${pythonValue(value)}`,
  );
}
