import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, test } from 'vitest';
import { threadText } from '../backend/wasmThreads';
import { engineTroubleOf } from '../protocol/engineError';
import { LibraryChanged, needed } from './libraryChanged';
import { forWholeNumbers, isTranspose } from './webgpuPatches';

const folder = dirname(createRequire(import.meta.url).resolve('@tensorflow/tfjs-backend-wasm'));
const threads = readFileSync(join(folder, '../wasm-out/tfjs-backend-wasm-threaded-simd.js'), 'utf8');

test('the module of a wasm thread is found in its file, and says so where it is not', () => {
  expect(threadText(threads)).toMatch(/^\(\(\) => \{/);
  expect(() => threadText(threads.replace('var Wasm', 'const Wasm'))).toThrow(LibraryChanged);
});

test('a shader that cannot be patched is not taken as it is', () => {
  expect(forWholeNumbers('setOutputAtIndex(flatIndex, A[0]);')).toBe('setOutputAtIndexI32(flatIndex, A[0]);');
  expect(() => forWholeNumbers('output[flatIndex] = A[0];')).toThrow(LibraryChanged);
  expect(isTranspose({ shaderKey: 'transpose_1,0', getUserCode: () => '' })).toBe(true);
  expect(isTranspose({ shaderKey: 'transposeShared_false', getUserCode: () => '' })).toBe(false);
});

test('what is missing becomes an error with its name', () => {
  expect(needed('Cast', 1)).toBe(1);
  let thrown: unknown = null;
  try {
    needed('Cast', undefined);
  } catch (error) {
    thrown = error;
  }
  expect(engineTroubleOf(thrown)).toEqual({ code: 'libraryChanged', data: { part: 'Cast' } });
});
