import { layers } from '@tensorflow/tfjs';
import { describe, expect, test } from 'vitest';
import { type Link, chain } from '../../../e2e/documents/chain';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { initialTraining } from '../../document/training';
import { newHardSigmoid } from '../../formats/saved/tfjsJson';
import { readmeFile } from './readmeFile';

function readme(language: 'en' | 'ko', ...links: readonly Link[]): string {
  const plan = compile(chain('Model', links), library);
  expect(plan.issues.filter(({ severity }) => severity === 'error')).toEqual([]);
  const stored = { weights: true, sample: true, tests: true, data: { dataset: null, missing: '' } };
  return readmeFile(plan, initialTraining, stored, language);
}

const row: Link = ['inputVector', 'row', { shape: [4] }];
const series: Link = ['inputSequence', 'series', { shape: [5, 2] }];
const loop = { type: 'gru', params: { units: 2, recurrentActivation: 'hardSigmoid' } };

describe('a name that only readers of ours know in model.json', () => {
  test.each<readonly [string, readonly Link[]]>([
    ['an activation', [row, ['activation', 'act', { activation: 'hardSigmoid' }]]],
    ['a layer', [row, ['dense', 'out', { units: 2, activation: 'hardSigmoid' }]]],
    ['a layer inside', [series, ['bidirectional', 'both', { layer: loop }]]],
  ])('is told where %s takes it', (_, links) => {
    for (const language of ['en', 'ko'] as const) expect(readme(language, ...links)).toContain(`\`${newHardSigmoid}\``);
  });

  test.each<readonly [string, readonly Link[]]>([
    ['Keras 2’s', [row, ['dense', 'out', { units: 2, activation: 'legacyHardSigmoid' }]]],
    ['a layer’s name', [row, ['dense', 'hardSigmoid', { units: 2, activation: 'relu' }]]],
  ])('is not told of %s', (_, links) => {
    expect(readme('en', ...links)).not.toContain(newHardSigmoid);
  });

  test('is one that TensorFlow.js refuses', () => {
    const build = () => layers.dense({ units: 1, activation: newHardSigmoid as 'hardSigmoid' });
    expect(build).toThrow(/Unknown activation: hard_sigmoid_3/);
  });
});
