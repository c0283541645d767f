import { describe, expect, test } from 'vitest';
import { type Link, chain } from '../../../e2e/documents/chain';
import { initialParams } from '../../brick/brick';
import { library } from '../../../templates/index';
import type { Node } from '../../document/document';
import { compile } from '../../compile/compile';
import { outputEnd, outputSize } from './outputEnd';

const picture: Link = ['inputImage', 'picture', { shape: [32, 32, 3] }];
const row: Link = ['inputVector', 'row', { shape: [4] }];
const frames: Link = ['inputSequence', 'frames', { shape: [5, 4] }];
/** A TimeDistributed around a layer. */
const stepwise = (type: string, params: object = {}, name = 'end'): Link => {
  const all = { ...initialParams(library.bricks[type]!), ...params } as Node['params'];
  return ['timeDistributed', name, { layer: { type, params: all } }];
};
const planOf = (links: readonly Link[]) => compile(chain('Ends', links), library);

describe('outputEnd', () => {
  test.each([
    ['a layer’s own activation', [row, ['dense', 'end', { units: 2, activation: 'tanh' }]], ['end', 'tanh', 'own']],
    [
      'behind what only hands on',
      [row, ['dense', 'made', { units: 2, activation: 'tanh' }], ['dropout', 'end']],
      ['made', 'tanh', 'own'],
    ],
    ['a whole model inside', [picture, ['pretrainedBackbone', 'end']], ['end', 'relu', null]],
    [
      'a whole model behind a pooling',
      [picture, ['pretrainedBackbone', 'inside'], ['globalMaxPooling2d', 'end']],
      ['inside', 'relu', null],
    ],
    ['any numbers', [row, ['dense', 'made', { units: 2 }], ['batchNormalization', 'end']], ['end', 'linear', null]],
    ['a layer inside', [frames, stepwise('dense', { units: 2, activation: 'tanh' })], ['end', 'tanh', 'inside']],
    ['an activation inside', [frames, stepwise('relu')], ['end', 'relu', null]],
    [
      'a dropout inside',
      [frames, ['dense', 'made', { units: 2, activation: 'tanh' }], stepwise('dropout')],
      ['made', 'tanh', 'own'],
    ],
  ] as const)('%s', (_, links, [step, activation, set]) => {
    expect(outputEnd(planOf(links), 'end')).toMatchObject({ step: { name: step }, activation, set });
  });

  test('an input alone has no end', () => {
    expect(outputEnd(planOf([row]), 'row')).toBeNull();
  });
});

describe('outputSize', () => {
  test.each([
    ['itself', [row, ['dense', 'end', { units: 2 }]], 'end'],
    ['behind an activation', [row, ['dense', 'made', { units: 2 }], ['activation', 'end']], 'made'],
    ['a whole model has none', [picture, ['pretrainedBackbone', 'end']], null],
    ['another size has none', [row, ['dense', 'made', { units: 2 }], ['repeatVector', 'end', { n: 3 }]], null],
    [
      'a shape of its own has none',
      [row, ['dense', 'made', { units: 2 }], ['reshape', 'end', { targetShape: [2, 1] }]],
      null,
    ],
    ['behind a global pooling', [picture, ['conv2d', 'made', { filters: 2 }], ['globalMaxPooling2d', 'end']], 'made'],
    ['inside', [frames, stepwise('dense', { units: 2 }, 'made'), ['globalAveragePooling1d', 'end']], 'made'],
    ['inside both ways', [frames, ['bidirectional', 'end']], null],
  ] as const)('%s', (_, links, name) => {
    expect(outputSize(planOf(links), 'end')?.step.name ?? null).toBe(name);
  });
});
