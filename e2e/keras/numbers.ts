import { derivedSeed, randomNumbers } from '../../src/data/random';

/** Numbers that depend on the name only, evenly in low … high. */
export function numbersFor(name: string, size: number, low: number, high: number): Float32Array {
  const random = randomNumbers(derivedSeed(1, name));
  return Float32Array.from({ length: size }, () => low + (high - low) * random());
}

/** An array as the Python side reads it: little-endian float32 in base64. */
export interface Packed {
  readonly shape: readonly number[];
  readonly base64: string;
}

export function pack(shape: readonly number[], values: Float32Array): Packed {
  return { shape, base64: Buffer.from(values.buffer, values.byteOffset, values.byteLength).toString('base64') };
}
