import { expect, test } from 'vitest';
import { namedArgument } from './namedChoice';
import type { Json } from './kerasGraph';

const options = ['varianceScaling', 'glorotUniform', 'glorotNormal', 'heUniform', 'heNormal', 'leCunUniform'];
const scaling = (config: Json) => namedArgument('initializer', options, { class_name: 'VarianceScaling', config });

test.each<[string, Json, string | null, Readonly<Record<string, number>>]>([
  ['glorot', { scale: 1, mode: 'fan_avg', distribution: 'uniform' }, 'glorotUniform', {}],
  ['glorot of Keras 1 and 2', { scale: 1, mode: 'FAN_AVG', distribution: 'normal' }, 'glorotNormal', {}],
  ['glorot, normal', { scale: 1, mode: 'fan_avg', distribution: 'truncated_normal' }, 'glorotNormal', {}],
  ['he', { scale: 2, mode: 'fan_in', distribution: 'uniform' }, 'heUniform', {}],
  ['LeCun', { scale: 1, mode: 'fan_in', distribution: 'uniform' }, 'leCunUniform', {}],
  ['by default', {}, 'varianceScaling', { scale: 1 }],
  ['another scale', { scale: 0.5 }, 'varianceScaling', { scale: 0.5 }],
  [
    'another scale of Keras 2',
    { scale: 0.5, mode: 'fan_in', distribution: 'normal' },
    'varianceScaling',
    { scale: 0.5 },
  ],
  ['not cut', { scale: 2, mode: 'fan_in', distribution: 'untruncated_normal' }, null, {}],
  ['by the fan out', { scale: 2, mode: 'fan_out' }, null, {}],
])('VarianceScaling, %s', (_, config, name, settings) => {
  expect(scaling(config)).toEqual(name === null ? null : { role: 'initializer', name, settings });
});

test.each<[Json, string | null, Readonly<Record<string, unknown>>]>([
  ['glorot_uniform', 'glorotUniform', {}],
  ['GlorotUniformV2', 'glorotUniform', {}],
  [{ class_name: 'HeNormal', config: { seed: 3 } }, 'heNormal', {}],
  ['nothing', null, {}],
])('%j is %s', (given, name, settings) => {
  expect(namedArgument('initializer', options, given)).toEqual(
    name === null ? null : { role: 'initializer', name, settings },
  );
});
