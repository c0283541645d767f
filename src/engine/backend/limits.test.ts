import { describe, expect, test } from 'vitest';
import { type Link, chain } from '../../../e2e/documents/chain';
import { library } from '../../../templates/index';
import { compile } from '../../compile/compile';
import { deviceOf, tooLarge } from './limits';

const links: readonly Link[] = [
  ['inputImage', 'picture', { shape: [10, 10, 1] }],
  ['conv2d', 'wide', { filters: 50, kernelSize: [1, 1] }],
  ['flatten', 'flat'],
  ['dense', 'answer', { units: 2 }],
];
const plan = compile(chain('Wide', links), library);
/** 100 numbers for the kernel and the biases of `wide`, 10,002 for those of `answer`. */
const weights = 4 * 10_102;
const sample = 4 * 5000;
/** What the layers of one sample take together: the picture, `wide`, `flat` and `answer`. */
const all = 4 * (100 + 5000 + 5000 + 2);

describe('what is too large for a device', () => {
  test('not what just fits', () => {
    expect(tooLarge(plan, { backend: 'wasm', largestBuffer: 40_000, memory: weights + all }, 1, null)).toBeNull();
  });

  test.each([
    [
      'a weight',
      { largestBuffer: 39_999, memory: 1e9 },
      1,
      { what: 'weight', name: 'answer/kernel', bytes: 40_000, limit: 39_999, batchSize: null },
    ],
    [
      'a layer of a batch, which would be smaller',
      { largestBuffer: 3 * sample, memory: 1e9 },
      4,
      { what: 'activation', name: 'wide', bytes: 4 * sample, limit: 3 * sample, batchSize: 3 },
    ],
    [
      'everything together, which a smaller batch would mend',
      { largestBuffer: null, memory: weights + 2 * all },
      3,
      { what: 'total', name: 'Wide', bytes: weights + 3 * all, limit: weights + 2 * all, batchSize: 2 },
    ],
    [
      'everything together, whatever the batch',
      { largestBuffer: null, memory: weights },
      1,
      { what: 'total', name: 'Wide', bytes: weights + all, limit: weights, batchSize: null },
    ],
  ] as const)('%s', (_, device, batchSize, data) => {
    expect(tooLarge(plan, { backend: 'wasm', ...device }, batchSize, null)).toEqual({ code: 'tooLarge', data });
  });
});

test.each([
  ['wasm', 8, 2 ** 31],
  ['wasm', 2, 1.5 * 2 ** 30],
  ['wasm', 0.5, 0.375 * 2 ** 30],
  ['webgpu', 8, 6 * 2 ** 30],
  ['webgpu', 1, 0.75 * 2 ** 30],
] as const)('%s on a device of %f GB has %f bytes', (backend, gigabytes, memory) => {
  expect(deviceOf(backend, null, gigabytes)).toEqual({ backend, largestBuffer: null, memory });
});
