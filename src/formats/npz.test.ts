import { unzipSync } from 'fflate';
import { expect, test } from 'vitest';
import { type NumpyArray, npy, npz } from './npz';

const text = (bytes: Uint8Array) => new TextDecoder('latin1').decode(bytes);

test.each<[string, NumpyArray, string, string, readonly number[]]>([
  ['bytes', { shape: [2, 2], values: new Uint8Array([1, 2, 3, 255]) }, '|u1', '(2, 2)', [1, 2, 3, 255]],
  ['one axis', { shape: [2], values: new Uint16Array([1, 0x1234]) }, '<u2', '(2,)', [1, 0, 0x34, 0x12]],
  ['one value', { shape: [], values: new Float32Array([1]) }, '<f4', '()', [0, 0, 0x80, 0x3f]],
  ['no value', { shape: [0, 3], values: new Float32Array() }, '<f4', '(0, 3)', []],
])('an array of %s is a .npy of version 1.0', (_, array, type, shape, data) => {
  const bytes = npy(array);
  expect(text(bytes.subarray(0, 8))).toBe('\x93NUMPY\x01\x00');
  const length = new DataView(bytes.buffer).getUint16(8, true);
  expect((10 + length) % 64).toBe(0);
  expect(text(bytes.subarray(10, 10 + length))).toMatch(/ *\n$/);
  expect(text(bytes.subarray(10, 10 + length)).trim()).toBe(
    `{'descr': '${type}', 'fortran_order': False, 'shape': ${shape}, }`,
  );
  expect([...bytes.subarray(10 + length)]).toEqual(data);
});

test('a .npz is a zip of them, the same whenever it is written', async () => {
  const arrays = {
    x: { shape: [2, 3], values: new Float32Array(6) },
    labels: { shape: [2], values: new Uint8Array(2) },
  };
  const written = await npz(arrays);
  expect(Object.keys(unzipSync(written))).toEqual(['x.npy', 'labels.npy']);
  expect(unzipSync(written)['x.npy']).toEqual(npy(arrays.x));
  expect(await npz(arrays)).toEqual(written);
});

test('values that do not fill the shape are refused', async () => {
  const short = { shape: [2, 3], values: new Uint8Array(5) };
  expect(() => npy(short)).toThrow('5 values do not fill [2, 3].');
  await expect(npz({ short })).rejects.toThrow(RangeError);
});
