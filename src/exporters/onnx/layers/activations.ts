import type { Activation } from '../../../brick/layers/activations';
import type { Layer, LayerWriter } from './layer';
import type { Attribute, Value } from '../graph/parts';

type Apply = (layer: Layer, x: Value) => Value;

/** One operator on values that stay where they are. */
const plain =
  (op: string, attributes: Readonly<Record<string, Attribute>> = {}): Apply =>
  (layer, x) =>
    layer.part(op, [x], { ...x, attributes });

const withTwo =
  (op: string): ((layer: Layer, left: Value, right: Value) => Value) =>
  (layer, left, right) =>
    layer.part(op, [left, right], left.shape.length > 0 ? left : right);

const [add, sub, mul, div] = ['Add', 'Sub', 'Mul', 'Div'].map(withTwo) as [
  ReturnType<typeof withTwo>,
  ReturnType<typeof withTwo>,
  ReturnType<typeof withTwo>,
  ReturnType<typeof withTwo>,
];

/** Values held between two numbers. */
export const clip = (layer: Layer, x: Value, low: number | null, high: number | null): Value =>
  layer.part('Clip', [x, low === null ? null : layer.scalar(low), high === null ? null : layer.scalar(high)], x);

/** Along the axis of the channels, wherever that lies. */
const alongChannels =
  (op: string): Apply =>
  (layer, x) =>
    plain(op, { axis: x.first ? 1 : -1 })(layer, x);

const alpha = (value: number) => ({ alpha: { float: value } });
const hardSigmoid = plain('HardSigmoid', { alpha: { float: 1 / 6 }, beta: { float: 0.5 } });
const [sigmoid, tanh, softplus, relu, neg] = ['Sigmoid', 'Tanh', 'Softplus', 'Relu', 'Neg'].map((op) => plain(op)) as [
  Apply,
  Apply,
  Apply,
  Apply,
  Apply,
];

/** Every activation of Keras as it computes it (keras/src/activations/activations.py). */
const activations: Readonly<Record<Activation, Apply>> = {
  linear: (_, x) => x,
  relu,
  relu6: (layer, x) => clip(layer, x, 0, 6),
  sigmoid,
  softmax: alongChannels('Softmax'),
  logSoftmax: alongChannels('LogSoftmax'),
  tanh,
  elu: plain('Elu'),
  selu: plain('Selu'),
  softplus,
  softsign: plain('Softsign'),
  swish: (layer, x) => mul(layer, x, sigmoid(layer, x)),
  mish: (layer, x) => mul(layer, x, tanh(layer, softplus(layer, x))),
  gelu(layer, x) {
    const share = plain('Erf')(layer, mul(layer, x, layer.scalar(Math.SQRT1_2)));
    return mul(layer, mul(layer, x, layer.scalar(0.5)), add(layer, share, layer.scalar(1)));
  },
  leakyRelu: plain('LeakyRelu', alpha(0.2)),
  celu: plain('Elu'),
  exponential: plain('Exp'),
  hardSigmoid,
  legacyHardSigmoid: plain('HardSigmoid', { alpha: { float: 0.2 }, beta: { float: 0.5 } }),
  hardSilu: (layer, x) => mul(layer, x, hardSigmoid(layer, x)),
  hardTanh: (layer, x) => clip(layer, x, -1, 1),
  hardShrink: plain('Shrink', { lambd: { float: 0.5 }, bias: { float: 0 } }),
  softShrink: plain('Shrink', { lambd: { float: 0.5 }, bias: { float: 0.5 } }),
  tanhShrink: (layer, x) => sub(layer, x, tanh(layer, x)),
  logSigmoid: (layer, x) => neg(layer, softplus(layer, neg(layer, x))),
  squareplus(layer, x) {
    const root = plain('Sqrt')(layer, add(layer, mul(layer, x, x), layer.scalar(4)));
    return mul(layer, add(layer, x, root), layer.scalar(0.5));
  },
  sparsePlus(layer, x) {
    const raised = add(layer, clip(layer, x, -1, 1), layer.scalar(1));
    const inside = mul(layer, mul(layer, raised, raised), layer.scalar(0.25));
    return add(layer, inside, relu(layer, sub(layer, x, layer.scalar(1))));
  },
  sparseSigmoid: (layer, x) => clip(layer, mul(layer, add(layer, x, layer.scalar(1)), layer.scalar(0.5)), 0, 1),
};

/** What the activation of this name makes of the values. */
export function activated(layer: Layer, x: Value, name: string): Value {
  return activations[name as Activation](layer, x);
}

/** The activation that the layer ends with. */
export const finished = (layer: Layer, x: Value): Value => activated(layer, x, layer.text('activation', 'linear'));

export const arithmetic = { add, sub, mul, div };

/** Keras's Activation. */
export const activation: LayerWriter = (layer) => finished(layer, layer.any());

/** Keras's ReLU: x above the threshold, at most `maxValue`, minus slope · (threshold − x) below it. */
export const reLU: LayerWriter = (layer) => {
  const x = layer.any();
  const { maxValue = null, negativeSlope = 0, threshold = 0 } = layer.args as Readonly<Record<string, number | null>>;
  const open = threshold === 0 ? relu(layer, x) : plain('ThresholdedRelu', alpha(threshold!))(layer, x);
  const limited = maxValue === null ? open : clip(layer, open, 0, maxValue);
  if (!negativeSlope) return limited;
  const below = relu(layer, add(layer, neg(layer, x), layer.scalar(threshold!)));
  return sub(layer, limited, mul(layer, below, layer.scalar(negativeSlope)));
};

/** Keras's ELU and LeakyReLU. */
const sloped =
  (op: string, otherwise: number): LayerWriter =>
  (layer) => {
    const x = layer.any();
    const slope = layer.args['alpha'];
    return layer.main(op, [x], { ...x, attributes: alpha(typeof slope === 'number' ? slope : otherwise) });
  };
export const elu = sloped('Elu', 1);
export const leakyReLU = sloped('LeakyRelu', 0.3);
