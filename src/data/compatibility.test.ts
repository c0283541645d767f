import { describe, expect, it } from 'vitest';
import type { Shape } from '../brick/shape';
import { type Link, chain } from '../../e2e/fixtures/stripes';
import { initialTraining } from '../document/training';
import { builtInFacts } from './catalogue';
import { compatibilityOf } from './compatibility';
import { sampleShape } from './sampleShape';
import { batchValues } from './batches';

const facts = (id: string) => builtInFacts(id)!;

describe('samples fit', () => {
  it.each<[string, Shape, readonly number[] | null]>([
    ['digits', [28, 28, 1], [28, 28, 1]],
    ['digits', [null, null, 3], [28, 28, 3]],
    ['digits', [64, 32, 3], [64, 32, 3]],
    ['digits', [784], [784]],
    ['digits', [null], [784]],
    ['digits', [28, 28], [28, 28]],
    ['digits', [12], null],
    ['digits', [28, 28, 2], null],
    ['line', [1], [1]],
    ['groups', [12, 1], [12, 1]],
    ['groups', [10], null],
    ['wave', [null, 1], [40, 1]],
    ['wave', [40], [40]],
    ['wave', [20, 1], [20, 1]],
    ['wave', [60, 1], null],
    ['reviews', [null], [200]],
    ['reviews', [80], [80]],
  ])('%s into %j', (id, input, shape) => {
    expect(sampleShape(facts(id), input)).toEqual(shape);
  });

  it('texts are padded and cut at the front, series lose their oldest steps', () => {
    const values = Float32Array.of(1, 2, 3, 4);
    const rows = (kind: 'text' | 'series', shape: number[], wanted: number[]) => [
      ...batchValues({ kind, shape, values }, [0, 1].slice(0, 4 / shape[0]!), wanted),
    ];
    expect(rows('text', [2], [3])).toEqual([0, 1, 2, 0, 3, 4]);
    expect(rows('text', [4], [3])).toEqual([2, 3, 4]);
    expect(rows('series', [4, 1], [2, 1])).toEqual([3, 4]);
  });
});

describe('models fit', () => {
  const code = (id: string, links: readonly Link[], loss: typeof initialTraining.loss = 'auto') => {
    const fit = compatibilityOf(chain(...links), { ...initialTraining, loss }, facts(id));
    return 'code' in fit ? fit.code : fit.heads.map(({ targets }) => targets).join();
  };
  const twelve: Link = ['inputVector', { shape: [12] }];
  const words = (inputDim: number): readonly Link[] => [
    ['inputText', { shape: [200] }],
    ['embedding', { inputDim, outputDim: 2 }],
    ['flatten'],
    ['dense', { units: 1, activation: 'sigmoid' }],
  ];
  it.each<[string, string, readonly Link[], string]>([
    ['yes or no', 'threshold', [twelve, ['dense', { units: 1, activation: 'sigmoid' }]], 'number'],
    ['two classes', 'threshold', [twelve, ['dense', { units: 2, activation: 'softmax' }]], 'oneHot'],
    ['too few classes', 'groups', [twelve, ['dense', { units: 3, activation: 'softmax' }]], 'outputMisfit'],
    ['one number for classes', 'groups', [twelve, ['dense', { units: 1 }]], 'outputMisfit'],
    [
      'classes for a number',
      'line',
      [
        ['inputVector', { shape: [1] }],
        ['dense', { units: 1, activation: 'sigmoid' }],
      ],
      'lossMisfit',
    ],
    ['another input', 'line', [twelve, ['dense', { units: 1 }]], 'inputMisfit'],
    ['words', 'reviews', words(101), 'number'],
    ['a small vocabulary', 'reviews', words(100), 'vocabularyMisfit'],
    [
      'words without an embedding',
      'reviews',
      [
        ['inputVector', { shape: [200] }],
        ['dense', { units: 1 }],
      ],
      'wordsMisfit',
    ],
    ['an embedding without words', 'digits', words(300), 'wordsMisfit'],
  ])('%s', (_, id, links, expected) => {
    expect(code(id, links)).toBe(expected);
  });
});
