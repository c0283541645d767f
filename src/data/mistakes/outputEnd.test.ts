import { describe, expect, test } from 'vitest';
import { type Link, chain } from '../../../e2e/documents/chain';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { outputEnd, unitsStep } from './outputEnd';

const picture: Link = ['inputImage', 'picture', { shape: [32, 32, 3] }];
const row: Link = ['inputVector', 'row', { shape: [4] }];
const planOf = (links: readonly Link[]) => compile(chain('Ends', links), library);

describe('outputEnd', () => {
  test.each([
    ['a layer’s own activation', [row, ['dense', 'end', { units: 2, activation: 'tanh' }]], ['end', 'tanh', true]],
    [
      'behind what only hands on',
      [row, ['dense', 'made', { units: 2, activation: 'tanh' }], ['dropout', 'end']],
      ['made', 'tanh', true],
    ],
    ['a whole model inside', [picture, ['pretrainedBackbone', 'end']], ['end', 'relu', false]],
    [
      'a whole model behind a pooling',
      [picture, ['pretrainedBackbone', 'inside'], ['globalMaxPooling2d', 'end']],
      ['inside', 'relu', false],
    ],
    ['any numbers', [row, ['dense', 'made', { units: 2 }], ['batchNormalization', 'end']], ['end', 'linear', false]],
  ] as const)('%s', (_, links, [step, activation, own]) => {
    expect(outputEnd(planOf(links), 'end')).toMatchObject({ step: { name: step }, activation, own });
  });

  test('an input alone has no end', () => {
    expect(outputEnd(planOf([row]), 'row')).toBeNull();
  });
});

describe('unitsStep', () => {
  test.each([
    ['itself', [row, ['dense', 'end', { units: 2 }]], 'end'],
    ['behind an activation', [row, ['dense', 'made', { units: 2 }], ['activation', 'end']], 'made'],
    ['a whole model has none', [picture, ['pretrainedBackbone', 'end']], null],
    ['another size has none', [row, ['dense', 'made', { units: 2 }], ['repeatVector', 'end', { n: 3 }]], null],
  ] as const)('%s', (_, links, name) => {
    expect(unitsStep(planOf(links), 'end')?.name ?? null).toBe(name);
  });
});
