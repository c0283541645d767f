import { type Bytes, floatBytes, signed, unsigned } from './encoding';

/** An opcode of the vector instructions. */
export const simd = (code: number): Bytes => [0xfd, ...unsigned(code)];
/** Alignment (as a power of two) and constant offset of an access to memory. */
export const at = (offset: number): Bytes => [2, ...unsigned(offset)];

/** A whole number of 32 bits, also an address in bytes, or a yes (1) or no (0). */
export class Int {
  constructor(readonly code: Bytes) {}

  private with(other: Int | number, opcode: number): Int {
    return new Int([...this.code, ...int(other).code, opcode]);
  }
  plus(other: Int | number): Int {
    return other === 0 ? this : this.with(other, 0x6a);
  }
  minus(other: Int | number): Int {
    return this.with(other, 0x6b);
  }
  times(other: Int | number): Int {
    return this.with(other, 0x6c);
  }
  over(other: Int | number): Int {
    return this.with(other, 0x6d);
  }
  and(other: Int | number): Int {
    return this.with(other, 0x71);
  }
  /** Times 2 to the power of `bits`. */
  shifted(bits: number): Int {
    return this.with(bits, 0x74);
  }
  equals(other: Int | number): Int {
    return this.with(other, 0x46);
  }
  below(other: Int | number): Int {
    return this.with(other, 0x48);
  }
  /** Below as an address, which has no sign. */
  before(other: Int | number): Int {
    return this.with(other, 0x49);
  }
  atLeast(other: Int | number): Int {
    return this.with(other, 0x4e);
  }

  /** The float that has these bits. */
  asFloat(): Float {
    return new Float([...this.code, 0xbe]);
  }

  /** Four times, as bits of a vector. */
  splatBits(): Vector {
    return new Vector([...this.code, ...simd(17)]);
  }

  /** What lies in memory at this address, `offset` bytes on. */
  intAt(offset = 0): Int {
    return new Int([...this.code, 0x28, ...at(offset)]);
  }
  floatAt(offset = 0): Float {
    return new Float([...this.code, 0x2a, ...at(offset)]);
  }
  /** Four floats. */
  vectorAt(offset = 0): Vector {
    return new Vector([...this.code, ...simd(0), ...at(offset)]);
  }
  /** One float, four times. */
  splatAt(offset = 0): Vector {
    return new Vector([...this.code, ...simd(9), ...at(offset)]);
  }
}

/** A float of 32 bits. */
export class Float {
  constructor(readonly code: Bytes) {}

  plus(other: Float | number): Float {
    return new Float([...this.code, ...float(other).code, 0x92]);
  }
  equals(other: Float | number): Int {
    return new Int([...this.code, ...float(other).code, 0x5b]);
  }
  /** Four times. */
  splat(): Vector {
    return new Vector([...this.code, ...simd(19)]);
  }
}

/** Four floats of 32 bits; comparisons give all bits or none in each place, and `bits…` take the places as whole numbers. */
export class Vector {
  constructor(readonly code: Bytes) {}

  private with(other: Vector | number, opcode: number): Vector {
    return new Vector([...this.code, ...vector(other).code, ...simd(opcode)]);
  }
  plus(other: Vector | number): Vector {
    return this.with(other, 228);
  }
  minus(other: Vector | number): Vector {
    return this.with(other, 229);
  }
  times(other: Vector | number): Vector {
    return this.with(other, 230);
  }
  over(other: Vector | number): Vector {
    return this.with(other, 231);
  }
  /** NaN where one is NaN. */
  min(other: Vector | number): Vector {
    return this.with(other, 232);
  }
  max(other: Vector | number): Vector {
    return this.with(other, 233);
  }
  root(): Vector {
    return new Vector([...this.code, ...simd(227)]);
  }
  negated(): Vector {
    return new Vector([...this.code, ...simd(225)]);
  }
  absolute(): Vector {
    return new Vector([...this.code, ...simd(224)]);
  }
  nearest(): Vector {
    return new Vector([...this.code, ...simd(106)]);
  }
  equals(other: Vector | number): Vector {
    return this.with(other, 65);
  }
  below(other: Vector | number): Vector {
    return this.with(other, 67);
  }
  atMost(other: Vector | number): Vector {
    return this.with(other, 69);
  }
  atLeast(other: Vector | number): Vector {
    return this.with(other, 70);
  }
  above(other: Vector | number): Vector {
    return this.with(other, 68);
  }
  and(other: Vector): Vector {
    return this.with(other, 78);
  }
  or(other: Vector): Vector {
    return this.with(other, 80);
  }
  /** These bits where `mask` has ones, else those of `other`. */
  where(mask: Vector, other: Vector): Vector {
    return new Vector([...this.code, ...other.code, ...mask.code, ...simd(82)]);
  }
  /** The floats cut to whole numbers of 32 bits. */
  toBits(): Vector {
    return new Vector([...this.code, ...simd(248)]);
  }
  bitsPlus(other: Vector): Vector {
    return this.with(other, 174);
  }
  bitsShifted(bits: number): Vector {
    return new Vector([...this.code, ...int(bits).code, ...simd(171)]);
  }
  bitsEqual(other: Vector): Vector {
    return this.with(other, 55);
  }
  lane(place: number): Float {
    return new Float([...this.code, ...simd(31), place]);
  }
}

export const int = (value: Int | number): Int => (value instanceof Int ? value : new Int([0x41, ...signed(value)]));
export const float = (value: Float | number): Float =>
  value instanceof Float ? value : new Float([0x43, ...floatBytes(value)]);
/** One number in all four places. */
export const vector = (value: Vector | number): Vector =>
  value instanceof Vector ? value : new Vector([...simd(12), ...[0, 1, 2, 3].flatMap(() => floatBytes(value))]);
/** One whole number in all four places. */
export const bits = (value: number): Vector =>
  new Vector([...simd(12), ...[0, 1, 2, 3].flatMap(() => [...new Uint8Array(Int32Array.of(value).buffer)])]);
