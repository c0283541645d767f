import type { Bytes } from './encoding';
import { type Float, type Int, type Vector, at, simd } from './values';

/** Instructions that put a value into memory, `offset` bytes behind an address. */
export const storeInt = (address: Int, value: Int, offset: number): Bytes => [
  ...address.code,
  ...value.code,
  0x36,
  ...at(offset),
];
export const storeFloat = (address: Int, value: Float, offset: number): Bytes => [
  ...address.code,
  ...value.code,
  0x38,
  ...at(offset),
];
export const storeVector = (address: Int, value: Vector, offset: number): Bytes => [
  ...address.code,
  ...value.code,
  ...simd(11),
  ...at(offset),
];
