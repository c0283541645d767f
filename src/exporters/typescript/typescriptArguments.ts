import type { Argument, Arguments, InnerLayer } from '../../brick/brick';
import { typescriptValue } from './typescriptText';

/** Printed values that TensorFlow.js takes by itself. */
const defaults: Readonly<Record<string, string>> = {
  useBias: 'true',
  dataFormat: "'channelsLast'",
  dilationRate: '[1, 1]',
  biasInitializer: "'zeros'",
  gammaInitializer: "'ones'",
  betaInitializer: "'zeros'",
  movingMeanInitializer: "'zeros'",
  movingVarianceInitializer: "'ones'",
};

/** Values that only some layers take by themselves. */
const layerDefaults: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  conv2d: { activation: "'linear'", strides: '[1, 1]', padding: "'valid'" },
  separableConv2d: { activation: "'linear'", strides: '[1, 1]', padding: "'valid'", depthMultiplier: '1' },
  depthwiseConv2d: { activation: "'linear'", strides: '[1, 1]', padding: "'valid'", depthMultiplier: '1' },
  leakyReLU: { alpha: '0.3' },
  prelu: { alphaInitializer: "'zeros'" },
  dot: { normalize: 'false' },
  conv1d: { activation: "'linear'", strides: '1', padding: "'valid'", dilationRate: '1' },
  conv3d: { activation: "'linear'", strides: '[1, 1, 1]', padding: "'valid'", dilationRate: '[1, 1, 1]' },
  conv2dTranspose: { activation: "'linear'", strides: '[1, 1]', padding: "'valid'" },
  dense: { activation: "'linear'" },
  embedding: {
    embeddingsInitializer: 'tf.initializers.randomUniform({ minval: -0.05, maxval: 0.05 })',
  },
  maxPooling1d: { padding: "'valid'" },
  maxPooling2d: { padding: "'valid'" },
  maxPooling3d: { padding: "'valid'" },
  averagePooling1d: { padding: "'valid'" },
  averagePooling2d: { padding: "'valid'" },
  averagePooling3d: { padding: "'valid'" },
};

/** `name: value` for each argument that TensorFlow.js would not set to the same value by itself. */
export function typescriptArguments(layer: string, args: Arguments, inner: (layer: InnerLayer) => string): string[] {
  const own = layerDefaults[layer] ?? {};
  const text = (value: Argument) =>
    typeof value === 'object' && value !== null && 'role' in value && value.role === 'layer'
      ? inner(value.layer)
      : typescriptValue(value);
  return Object.entries(args)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, text(value)] as const)
    .filter(([name, printed]) => defaults[name] !== printed && own[name] !== printed)
    .map(([name, printed]) => `${name}: ${printed}`);
}
