import type { Arguments } from '../brick/brick';
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
  dense: { activation: "'linear'" },
  maxPooling2d: { padding: "'valid'" },
  averagePooling2d: { padding: "'valid'" },
  batchNormalization: { axis: '-1', momentum: '0.99', epsilon: '0.001', center: 'true', scale: 'true' },
};

/** `name: value` for each argument that TensorFlow.js would not set to the same value by itself. */
export function typescriptArguments(layer: string, args: Arguments): string[] {
  const own = layerDefaults[layer] ?? {};
  return Object.entries(args)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => [name, typescriptValue(value)] as const)
    .filter(([name, text]) => defaults[name] !== text && own[name] !== text)
    .map(([name, text]) => `${name}: ${text}`);
}
