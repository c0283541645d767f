import type { Routine } from '../assembler/routine';
import { type Vector, bits, vector } from '../assembler/values';

/** An activation of four numbers, and its slope there, told from what came out. */
export interface Activation {
  of(f: Routine, x: Vector): Vector;
  slope(y: Vector): Vector;
}

/** Sum of coefficients times powers of x, the highest power first. */
const polynomial = (x: Vector, [first, ...others]: readonly number[]): Vector =>
  others.reduce((sum, coefficient) => sum.times(x).plus(coefficient), vector(first!));

const log2e = Math.LOG2E;
/** ln 2 in two parts, so that multiples of the larger one are exact. */
const [ln2, ln2Rest] = [0.693359375, -2.1219444e-4];

/** eˣ to about 1e-7 of its value (Cephes, expf); what would be beyond a float's range stays within it. */
export function exponential(f: Routine, x: Vector): Vector {
  const held = f.vector(x.max(-87.3).min(88.3));
  const power = f.vector(held.times(log2e).nearest());
  const rest = f.vector(held.minus(power.times(ln2)).minus(power.times(ln2Rest)));
  const coefficients = [
    1.98756915e-4, 1.3981999507e-3, 8.3334519073e-3, 4.1665795894e-2, 1.6666665459e-1, 5.0000001201e-1,
  ];
  const value = f.vector(polynomial(rest, coefficients).times(rest).times(rest).plus(rest).plus(1));
  const scale = power.toBits().bitsPlus(bits(127)).bitsShifted(23);
  return value.times(scale);
}

const sigmoid: Activation = {
  of: (f, x) => f.vector(vector(1).over(exponential(f, x.negated()).plus(1))),
  slope: (y) => y.times(vector(1).minus(y)),
};

/** By a polynomial where x is small, and from eˣ elsewhere (Cephes, tanhf). */
const tanh: Activation = {
  of(f, given) {
    const x = f.vector(given);
    const size = f.vector(x.absolute());
    const square = f.vector(x.times(x));
    const near = [-5.70498872745e-3, 2.06390887954e-2, -5.37397155531e-2, 1.33314422036e-1, -3.33332819422e-1];
    const small = f.vector(polynomial(square, near).times(square).times(x).plus(x));
    const large = f.vector(vector(1).minus(vector(2).over(exponential(f, size.plus(size)).plus(1))));
    const sign = f.vector(x.and(bits(-2147483648)));
    return f.vector(small.where(size.below(0.625), large.or(sign)));
  },
  slope: (y) => vector(1).minus(y.times(y)),
};

const relu: Activation = {
  of: (f, x) => f.vector(x.max(0)),
  slope: (y) => vector(1).and(y.above(0)),
};

export const activations = { relu, sigmoid, tanh };
