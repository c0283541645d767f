import { describe, expect, test } from 'vitest';
import { documentOf } from '../../e2e/documents/documentOf';
import { library } from '../../templates/index';
import { compile } from './compile';
import { runnable } from './plan';

const plan = (...given: Parameters<typeof documentOf>) => compile(documentOf(...given), library);

describe('a brick inside a brick', () => {
  const sequence: [string, object] = ['inputSequence', { shape: [6, 3] }];
  const around = (type: string, params: object = {}) =>
    plan({ i: sequence, w: ['timeDistributed', { layer: { type, params } }] }, ['i>w']).issues;

  test.each([
    ['quantum', {}, 'unknownBrick', { type: 'quantum' }],
    ['bidirectional', {}, 'parameter', { param: 'layer', value: 'bidirectional' }],
    ['dense', { units: 0 }, 'parameter', { param: 'layer.units', value: '0' }],
    ['conv2d', {}, 'rank', { shape: [3] }],
  ] as const)('%s %o is refused: %s', (type, params, code, data) => {
    expect(around(type, params)).toMatchObject([{ code, where: 'w', data }]);
  });

  test('has its own weights, once or twice', () => {
    const given = { layer: { type: 'gru', params: { units: 2 } } };
    const once = plan({ i: sequence, w: ['timeDistributed', { layer: { type: 'dense', params: { units: 2 } } }] }, [
      'i>w',
    ]);
    const twice = plan({ i: sequence, w: ['bidirectional', given] }, ['i>w']);
    expect(once.steps[1]?.weights.map(({ name }) => name)).toEqual(['kernel', 'bias']);
    expect(twice.steps[1]?.weights.map(({ name }) => name)).toEqual(
      ['forward', 'backward'].flatMap((half) => ['kernel', 'recurrentKernel', 'bias'].map((name) => `${half}/${name}`)),
    );
    expect(twice.steps[1]?.parameters).toBe(2 * (3 * 6 + 2 * 6 + 12));
  });
});

test.each([
  [null, [{ code: 'openBatch', where: 'l' }]],
  [4, []],
])('a stateful layer behind batches of %s', (batchSize, issues) => {
  const stateful = plan({ i: ['inputSequence', { batchSize }], l: ['lstm', { stateful: true }] }, ['i>l']);
  expect(stateful.issues).toMatchObject(issues);
  expect(runnable(stateful)).toBe(issues.length === 0);
});
