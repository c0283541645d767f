import { derivedSeed, randomNumbers } from '../../../src/data/random';

/** Random numbers that TypeScript and Python draw alike (mulberry32 from `seed`), evenly in low … high. */
export interface Drawn {
  readonly shape: readonly number[];
  readonly seed: number;
  readonly low: number;
  readonly high: number;
  /** Whole numbers: rounded down. */
  readonly whole: boolean;
  /** This many steps of axis 1 are zeros: the last ones of even samples, the first ones of odd samples. */
  readonly zeroSteps: number;
}

type DrawnOptions = { readonly whole?: boolean; readonly zeroSteps?: number };

/** Numbers that depend on the name only. */
export function drawn(
  name: string,
  shape: readonly number[],
  low: number,
  high: number,
  { whole = false, zeroSteps = 0 }: DrawnOptions = {},
): Drawn {
  return { shape, seed: derivedSeed(1, name), low, high, whole, zeroSteps };
}

export function valuesOf({ shape, seed, low, high, whole, zeroSteps }: Drawn): Float32Array<ArrayBuffer> {
  const random = randomNumbers(seed);
  const size = shape.reduce((product, axis) => product * axis, 1);
  const values = Float32Array.from({ length: size }, () => {
    const value = low + (high - low) * random();
    return whole ? Math.floor(value) : value;
  });
  if (zeroSteps === 0) return values;
  const [samples, steps] = shape as readonly [number, number];
  const width = size / samples / steps;
  const zero = Math.min(zeroSteps, steps);
  for (let sample = 0; sample < samples; sample++) {
    const first = sample % 2 === 0 ? steps - zero : 0;
    values.fill(0, (sample * steps + first) * width, (sample * steps + first + zero) * width);
  }
  return values;
}

/** Computed numbers as the Python side reads them: little-endian float32 in base64, of large arrays every n-th. */
export interface Packed {
  readonly shape: readonly number[];
  readonly every: number;
  readonly base64: string;
}

const largest = 100_000;

export function pack(shape: readonly number[], values: Float32Array): Packed {
  const every = Math.ceil(Math.max(1, values.length / largest));
  const some = every === 1 ? values : values.filter((_, index) => index % every === 0);
  const bytes = new Uint8Array(some.buffer, some.byteOffset, some.byteLength);
  let text = '';
  for (let at = 0; at < bytes.length; at += 8192) text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return { shape, every, base64: btoa(text) };
}
