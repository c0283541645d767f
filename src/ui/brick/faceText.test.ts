import { describe, expect, test } from 'vitest';
import type { AnyBrick } from '../../brick/brick';
import { type Fields, activation, choice, integer, layer, pair, shape, sides, toggle } from '../../brick/fields';
import { initializer } from '../../brick/namedFields';
import { countText, faceFacts, faceText, parametersText, valueText } from './faceText';

function brick(keras: string, face: readonly string[], params: Fields, more: Partial<AnyBrick> = {}): AnyBrick {
  const words = { name: keras, about: '', params: Object.fromEntries(Object.keys(params).map((name) => [name, name])) };
  return {
    type: keras.toLowerCase(),
    category: 'core',
    layer: { tfjs: keras.toLowerCase(), keras },
    page: '',
    inputs: 1,
    params,
    face,
    shape: ([input]) => input ?? [],
    docs: { en: words, ko: words },
    examples: [{ params: {}, in: [[1]], out: [1], weights: 0 }],
    ...more,
  };
}

const conv = brick('Conv2D', ['filters', 'kernelSize'], { filters: integer(32), kernelSize: pair(3) });

describe('facts line', () => {
  test.each([
    [conv, { filters: 64 }, 'Conv2D 64 · 3×3'],
    [conv, { filters: 8, kernelSize: [1, 7] }, 'Conv2D 8 · 1×7'],
    [brick('Flatten', [], {}), {}, 'Flatten → 25088'],
    [brick('Input', ['shape'], { shape: shape([28, 28, 1]) }, { inputs: 0 }), {}, '28×28×1'],
    [brick('Activation', ['activation'], { activation: activation('relu') }, { thin: true }), {}, 'relu'],
    [brick('Dense', ['useBias'], { useBias: toggle(true) }), { useBias: false }, 'Dense → 25088'],
    [brick('Dense', ['useBias'], { useBias: toggle(false) }), { useBias: true }, 'Dense useBias'],
    [brick('ZeroPadding2D', ['padding'], { padding: sides(1) }), {}, 'ZeroPadding2D 1'],
    [brick('Pool', ['pooling'], { pooling: choice(['none', 'avg'], 'none') }), { pooling: 'avg' }, 'Pool avg'],
  ] as const)('%#', (given, params, expected) => expect(faceText(given, params, [25088])).toBe(expected));

  test('a wrapper says what is inside', () => {
    const params = { layer: layer({ type: 'conv2d', params: {} }) };
    const wraps: AnyBrick['wraps'] = { accepts: () => true, inner: ([x]) => x!, shape: (inner) => inner, copies: [''] };
    const wrapper = brick('TimeDistributed', ['layer'], params, { wraps });
    const given = { layer: { type: 'conv2d', params: { filters: 32 } } };
    expect(faceFacts(wrapper, given, [4], { conv2d: conv })).toEqual(['Conv2D 32', 'TimeDistributed']);
    expect(faceFacts(wrapper, given, [4])).toEqual(['conv2d', 'TimeDistributed']);
  });

  test('an unknown output is left out', () => expect(faceText(brick('Flatten', [], {}), {})).toBe('Flatten'));
});

test.each([
  [
    'sides',
    [
      [1, 2],
      [3, 3],
    ],
    '1×2, 3',
  ],
  ['shape', [null, 3], '?×3'],
  ['initializer', initializer('zeros').initial, 'zeros'],
  ['optionalInteger', null, '–'],
  ['number', 0.5, '0.5'],
])('a %s value', (kind, value, expected) => expect(valueText(kind, value)).toBe(expected));

test('counts carry commas, and none is not said', () => {
  expect(countText(14714688)).toBe('14,714,688');
  expect([parametersText(0), parametersText(undefined), parametersText(1792)]).toEqual(['', '', '1,792']);
});
