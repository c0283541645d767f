import { describe, expect, it } from 'vitest';
import type { EngineTrouble } from '../../engine/protocol/engineTrouble';
import type { NamedCause } from '../../engine/soundness/namedCause';
import { engineTroubleText } from './engineTrouble';

const tooLarge = { name: 'fc1/kernel', bytes: 411_041_792, limit: 268_435_456 };

const rate = { optimizer: 'adam', rate: 1000, usual: 0.001 } as const;
const causes: readonly NamedCause[] = [
  { kind: 'learningRate', ...rate },
  { kind: 'learningRate', ...rate, rate: 0.05 },
  { kind: 'loss' },
  { kind: 'model' },
  { kind: 'empty', samples: 1, rows: [3], lines: [12], names: [] },
  { kind: 'empty', samples: 12, rows: [1, 2], lines: [], names: ['cats/1.png'] },
  { kind: 'inputs', largest: 2550 },
  { kind: 'inputs', largest: null },
  { kind: 'targets', largest: 1.5e9 },
  { kind: 'targets', largest: null },
];

const errors: readonly [EngineTrouble, string[]][] = [
  [{ code: 'backendUnavailable', data: { backend: 'webgpu' } }, ['WebGPU']],
  [{ code: 'deviceLost', data: { reason: 'destroyed' } }, ['destroyed']],
  [
    { code: 'deviceReplaced', data: { reason: 'destroyed', count: 1, epochs: 4, backend: 'webgpu' } },
    ['destroyed', '4'],
  ],
  [{ code: 'deviceReplaced', data: { reason: 'hung', count: 20, epochs: 0, backend: 'wasm' } }, ['hung', '20', 'Wasm']],
  [{ code: 'gpuError', data: { message: 'Buffer too big' } }, ['Buffer too big']],
  [{ code: 'tooLarge', data: { ...tooLarge, what: 'weight', batchSize: null } }, ['fc1/kernel', '411 MB', '268 MB']],
  [{ code: 'tooLarge', data: { ...tooLarge, what: 'activation', batchSize: 12 } }, ['fc1/kernel', '12']],
  [{ code: 'tooLarge', data: { ...tooLarge, what: 'total', bytes: 2.2e9, batchSize: 4 } }, ['2.2 GB', '4']],
  ...causes.flatMap((cause): [EngineTrouble, string[]][] => [
    ...(['training', 'validation', 'weights'] as const).map((part): [EngineTrouble, string[]] => [
      { code: 'notANumber', data: { part, epoch: 3, batch: 41, outputs: ['price'], cause } },
      ['3', '41', 'price'],
    ]),
    [{ code: 'absurdLoss', data: { epoch: 7, loss: 1.25e30, cause } }, ['7', '1.25e+30']],
  ]),
  [{ code: 'stuckLoss', data: { epoch: 3, loss: 16.1181, ...rate } }, ['3', '16.1181', '1000', '0.001', 'adam']],
  [{ code: 'dataMismatch', data: { expected: [5, null, 1], got: [28, 28, 1], what: 'input' } }, ['5×?×1', '28×28×1']],
  [{ code: 'dataMismatch', data: { expected: [4], got: [10], what: 'output' } }, ['4', '10']],
  ...(['short', 'size'] as const).map((reason): [EngineTrouble, string[]] => [
    { code: 'dataUnfit', data: { layer: 'conv1d', reason, got: [2, 3], input: [4, 3] } },
    ['conv1d', '2×3', '4×3'],
  ]),
  [{ code: 'notRunnable', data: { inputs: 0, outputs: 0 } }, []],
  [{ code: 'notRunnable', data: { inputs: 2, outputs: 3 } }, ['2', '3']],
  [{ code: 'datasetUnavailable', data: { dataset: 'cats', detail: '404' } }, ['cats', '404']],
  [{ code: 'badImage', data: { name: 'a.png', detail: '' } }, ['a.png', 'PNG']],
  [{ code: 'storageFull', data: { needed: 59_000_000 } }, ['59 MB']],
  [{ code: 'checkpointMismatch', data: { project: 'p' } }, []],
  [{ code: 'partMissing', data: { address: 'http://localhost:5173' } }, ['http://localhost:5173', 'npm start']],
  [{ code: 'cancelled', data: {} }, []],
  [{ code: 'weightsMissing', data: { id: 'vgg16-no-top', bytes: 58_889_256 } }, ['vgg16-no-top', '59 MB']],
  [{ code: 'weightsMissing', data: { id: 'resnet50', bytes: null } }, ['resnet50']],
  [
    {
      code: 'weightsMismatch',
      data: {
        name: 'vgg19.h5',
        report: {
          loaded: ['a', 'b'],
          missing: ['c', 'd', 'e'],
          extra: [],
          byOrder: [],
          wrongShape: [{ name: 'f', expected: [1], got: [2] }],
        },
      },
    },
    ['vgg19.h5', '2', '3', '1'],
  ],
  [
    {
      code: 'weightsByOrder',
      data: {
        name: 'two.weights.h5',
        report: { loaded: ['a', 'b'], missing: [], extra: [], wrongShape: [], byOrder: [['left', 'right']] },
      },
    },
    ['two.weights.h5', 'left, right'],
  ],
  [{ code: 'weightsUnreadable', data: { trouble: { code: 'truncated', name: 'half.h5' } } }, ['half.h5']],
  [{ code: 'notSpatial', data: { layer: 'fc1' } }, ['fc1']],
  [{ code: 'workerEnded', data: { how: 'crashed', detail: 'Out of memory' } }, ['Out of memory']],
  [{ code: 'workerEnded', data: { how: 'silent', detail: '' } }, []],
  [{ code: 'failed', data: { detail: 'odd' } }, ['odd']],
];

describe('engine errors in words', () => {
  it.each(errors)('%j', (error, values) => {
    const [english, korean] = [engineTroubleText(error, 'en'), engineTroubleText(error, 'ko')];
    for (const value of values) {
      expect(english).toContain(value);
      expect(korean).toContain(value);
    }
    expect(english).toMatch(/[.?]$/);
    expect(korean).toMatch(/[가-힣].*[.?]$/);
    expect(english).not.toMatch(/undefined|NaN|\[object|[가-힣]/);
    expect(korean).not.toMatch(/undefined|NaN|\[object/);
  });
});

const dead = (epoch: number, rate: number) =>
  engineTroubleText(
    {
      code: 'notANumber',
      data: {
        part: 'training',
        epoch,
        batch: 1,
        outputs: [],
        cause: { kind: 'learningRate', optimizer: 'sgd', rate, usual: 0.01 },
      },
    },
    'en',
  );

it.each([
  [0.05, 'set it to a tenth, 0.005.'],
  [1, 'set it to a tenth, 0.1.'],
  [10, 'set it to 0.01, the usual one for sgd.'],
  [1e25, 'set it to 0.01, the usual one for sgd.'],
])('a learning rate of %d is answered with one that trains', (rate, advice) => {
  expect(dead(3, rate)).toContain(advice);
});

it('a run that died in its first epoch has learned nothing, and that is what is said', () => {
  expect(dead(1, 1)).toContain('the model is as it was before this run');
  expect(dead(2, 1)).toContain('the last good weights were kept');
});
