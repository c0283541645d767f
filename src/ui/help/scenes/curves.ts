import type { Drawing } from '../../../brick/drawing';
import { type Params, numberOf, numbersOf, textOf } from '../readParams';

/** A function that is applied to every value, with its formula. */
export interface Curve {
  readonly text: string;
  at(x: number): number;
}

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const softplus = (x: number) => Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
const clipped = (x: number, low: number, high: number) => Math.min(Math.max(x, low), high);

/** Error function to 1.5e-7 (Abramowitz and Stegun, 7.1.26). */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const sum = ((((1.061405429 * t - 1.453152027) * t + 1.421413741) * t - 0.284496736) * t + 0.254829592) * t;
  return Math.sign(x) * (1 - sum * Math.exp(-x * x));
}

const seluScale = 1.0507009873554805;
const seluAlpha = 1.6732632423543772;

const elu = (alpha: number): Curve => ({
  text: `x > 0 ? x : ${alpha} · (eˣ − 1)`,
  at: (x) => (x > 0 ? x : alpha * Math.expm1(x)),
});
const swish: Curve = { text: 'x · sigmoid(x)', at: (x) => x * sigmoid(x) };
const hardSigmoid: Curve = { text: 'min(max(x + 3, 0), 6) / 6', at: (x) => clipped(x + 3, 0, 6) / 6 };
const hardSwish: Curve = { text: 'x · hardSigmoid(x)', at: (x) => x * hardSigmoid.at(x) };
const leaky = (slope: number): Curve => ({ text: `x > 0 ? x : ${slope} · x`, at: (x) => (x > 0 ? x : slope * x) });

/** Activations by name, as Keras 3 defines them (`keras/src/activations/activations.py`). */
export const activationCurves: Readonly<Record<string, Curve>> = {
  linear: { text: 'x', at: (x) => x },
  relu: { text: 'max(0, x)', at: (x) => Math.max(0, x) },
  relu6: { text: 'min(max(0, x), 6)', at: (x) => clipped(x, 0, 6) },
  sigmoid: { text: '1 / (1 + e⁻ˣ)', at: sigmoid },
  hardSigmoid,
  legacyHardSigmoid: { text: 'min(max(0.2 · x + 0.5, 0), 1)', at: (x) => clipped(0.2 * x + 0.5, 0, 1) },
  tanh: { text: 'tanh(x)', at: Math.tanh },
  hardTanh: { text: 'min(max(x, −1), 1)', at: (x) => clipped(x, -1, 1) },
  tanhShrink: { text: 'x − tanh(x)', at: (x) => x - Math.tanh(x) },
  elu: elu(1),
  celu: elu(1),
  selu: {
    text: '1.0507 · (x > 0 ? x : 1.6733 · (eˣ − 1))',
    at: (x) => seluScale * (x > 0 ? x : seluAlpha * Math.expm1(x)),
  },
  softplus: { text: 'ln(1 + eˣ)', at: softplus },
  squareplus: { text: '(x + √(x² + 4)) / 2', at: (x) => (x + Math.sqrt(x * x + 4)) / 2 },
  softsign: { text: 'x / (1 + |x|)', at: (x) => x / (1 + Math.abs(x)) },
  swish,
  silu: swish,
  hardSilu: hardSwish,
  hardSwish,
  mish: { text: 'x · tanh(ln(1 + eˣ))', at: (x) => x * Math.tanh(softplus(x)) },
  gelu: { text: 'x · Φ(x)', at: (x) => (x / 2) * (1 + erf(x / Math.SQRT2)) },
  exponential: { text: 'eˣ', at: Math.exp },
  logSigmoid: { text: 'ln(sigmoid(x))', at: (x) => -softplus(-x) },
  leakyRelu: leaky(0.2),
  softShrink: { text: '|x| > 0.5 ? x ∓ 0.5 : 0', at: (x) => Math.sign(x) * Math.max(Math.abs(x) - 0.5, 0) },
  hardShrink: { text: '|x| > 0.5 ? x : 0', at: (x) => (Math.abs(x) > 0.5 ? x : 0) },
  sparsePlus: { text: '(x + 1)² / 4, |x| < 1', at: (x) => (x <= -1 ? 0 : x < 1 ? (x + 1) ** 2 / 4 : x) },
  sparseSigmoid: { text: 'min(max((x + 1) / 2, 0), 1)', at: (x) => clipped((x + 1) / 2, 0, 1) },
};

/** Activations that look at all values of an axis at once. */
export type Share = 'softmax' | 'logSoftmax';

/** Shares of a few values, as softmax and log-softmax give them. */
export function sharesOf(share: Share, values: readonly number[]): readonly number[] {
  const most = Math.max(...values);
  const sum = values.reduce((total, value) => total + Math.exp(value - most), 0);
  return values.map((value) => (share === 'softmax' ? Math.exp(value - most) / sum : value - most - Math.log(sum)));
}

/** Keras's ReLU layer: `negativeSlope · (x − threshold)` below the threshold, cut at `maxValue`. */
function reluLayer(params: Params): Curve {
  const highest = numberOf(params, 'maxValue', Infinity);
  const slope = numberOf(params, 'negativeSlope', 0);
  const threshold = numberOf(params, 'threshold', 0);
  const above = Number.isFinite(highest) ? `min(x, ${highest})` : 'x';
  const shifted = threshold === 0 ? 'x' : `(x − ${threshold})`;
  return {
    text: `x ≥ ${threshold} ? ${above} : ${slope === 0 ? '0' : `${slope} · ${shifted}`}`,
    at: (x) => Math.min(x >= threshold ? x : slope * (x - threshold), highest),
  };
}

/** PReLU learns its slopes; the picture shows what one may become. */
const learnedSlope: Curve = { text: 'x > 0 ? x : α · x', at: leaky(0.25).at };

/** The curve of a layer by its drawing and its parameters; undefined for a layer that is no function of one value. */
export function layerCurve(drawing: Drawing | undefined, params: Params): Curve | undefined {
  switch (drawing) {
    case 'activation':
      return activationCurves[textOf(params, 'activation', 'linear')];
    case 'relu':
      return reluLayer(params);
    case 'leakyRelu':
      return leaky(numberOf(params, 'negativeSlope', numberOf(params, 'alpha', 0.3)));
    case 'learnedSlope':
      return learnedSlope;
    case 'elu':
      return elu(numberOf(params, 'alpha', 1));
    case 'threshold': {
      const theta = numberOf(params, 'theta', 1);
      return { text: `x > ${theta} ? x : 0`, at: (x) => (x > theta ? x : 0) };
    }
    case 'ranges': {
      const boundaries = numbersOf(params, 'binBoundaries');
      const above = (x: number) => boundaries.filter((boundary) => x >= boundary).length;
      const each = boundaries.map((boundary) => `(x ≥ ${boundary})`);
      return { text: (each.length > 3 ? [each[0], '…', each.at(-1)] : each).join(' + '), at: above };
    }
    default:
      return undefined;
  }
}

/** The layer's function as a share of an axis, if it is one. */
export function layerShare(drawing: Drawing | undefined, params: Params): Share | undefined {
  const name = drawing === 'softmax' ? 'softmax' : drawing === 'activation' ? textOf(params, 'activation', '') : '';
  return name === 'softmax' || name === 'logSoftmax' ? name : undefined;
}
