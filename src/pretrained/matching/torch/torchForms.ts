import type { Step } from '../../../compile/plan';
import { biasOfGates, gateOrders, keepsBoth, kernelOfGates } from '../../../formats/weights/torch/gates';
import { transposed } from '../../../formats/weights/transposed';
import type { NumberOrder, NumberOrders } from './numberOrder';

type Values = Float32Array<ArrayBuffer>;

/** A tensor of one of the modules that a layer is in PyTorch: the number of the module, and the tensor's name in it. */
export type Place = readonly [module: number, tensor: string];

/** A weight of a layer, made of PyTorch's tensors. */
export interface TorchForm {
  /** As the plan names it. */
  readonly of: string;
  readonly from: readonly (readonly [place: Place, shape: readonly number[]])[];
  /** Their values as Keras has them, row by row. */
  make(given: readonly Values[]): Values;
}

const whole = ([values]: readonly Values[]) => values!;

/** The numbers of a vector in our order. */
const inOrder = (order: NumberOrder) => (given: readonly Values[]) =>
  order === null ? whole(given) : Float32Array.from(order, (from) => whole(given)[from]!);

/** Keras's `[in, out]` of PyTorch's `[out, in]`, of vectors that lie otherwise. */
const dense =
  (width: number, units: number, { input, output }: NumberOrders) =>
  (given: readonly Values[]): Values => {
    const values = whole(given);
    const result = new Float32Array(values.length);
    for (let unit = 0; unit < units; unit++) {
      const row = (output?.[unit] ?? unit) * width;
      for (let at = 0; at < width; at++) result[at * units + unit] = values[row + (input?.[at] ?? at)]!;
    }
    return result;
  };

const same = (of: string, place: Place, shape: readonly number[], order: NumberOrder = null): TorchForm => ({
  of,
  from: [[place, shape]],
  make: inOrder(order),
});

/** `[…kernel, in, out]` of `[out, in, …kernel]`; of a transposed convolution `[…kernel, out, in]` of `[in, out, …kernel]`. */
function kernel(of: string, place: Place, shape: readonly number[]): TorchForm {
  const spatial = shape.length - 2;
  const there = [shape.at(-1)!, shape.at(-2)!, ...shape.slice(0, spatial)];
  const axes = [...Array.from({ length: spatial }, (_, axis) => axis + 2), 1, 0];
  return { of, from: [[place, there]], make: (given) => transposed(whole(given), there, axes) };
}

/** `[…kernel, channels, multiplier]` of `[channels · multiplier, 1, …kernel]`. */
function depthwise(of: string, place: Place, shape: readonly number[]): TorchForm {
  const spatial = shape.length - 2;
  const [channels, multiplier] = [shape.at(-2)!, shape.at(-1)!];
  const sizes = shape.slice(0, spatial);
  const parted = [channels, multiplier, ...sizes];
  const axes = [...Array.from({ length: spatial }, (_, axis) => axis + 2), 0, 1];
  return {
    of,
    from: [[place, [channels * multiplier, 1, ...sizes]]],
    make: (given) => transposed(whole(given), parted, axes),
  };
}

/** One direction of a recurrent layer; the weights of our own exports lie as Keras has them. */
function recurrent(
  keras: string,
  weights: readonly { readonly name: string; readonly shape: readonly number[] }[],
  suffix: string,
): readonly TorchForm[] | null {
  const found = Object.values(gateOrders).find(({ className }) => className === keras);
  const hidden = weights.find(({ name }) => /(^|\/)recurrentKernel$/.test(name));
  if (!found || !hidden) return null;
  const { order } = found;
  const units = hidden.shape[0]!;
  const rows = units * order.length;
  const forms: (TorchForm | null)[] = weights.map(({ name, shape }) => {
    if (name.endsWith('ias')) {
      const both = [`bias_ih${suffix}`, `bias_hh${suffix}`].map((own) => [[0, own], [rows]] as const);
      // A GRU that resets before has another form in PyTorch.
      if (keepsBoth(order) !== (shape.length === 2)) return null;
      return { of: name, from: both, make: ([one, other]) => biasOfGates(one!, other!, order, units) };
    }
    const place: Place = [0, `weight_${name === hidden.name ? 'hh' : 'ih'}${suffix}`];
    return {
      of: name,
      from: [[place, [rows, shape[0]!]]],
      make: (given) => kernelOfGates(whole(given), order, units),
    };
  });
  return forms.every((form) => form !== null) ? forms : null;
}

const norms = { gamma: 'weight', beta: 'bias', movingMean: 'running_mean', movingVariance: 'running_var' } as const;

/** How PyTorch has the weights of a layer; null where it has no such layer, or another form of it. */
export function torchForms({ call, weights, inputShapes }: Step, orders: NumberOrders): readonly TorchForm[] | null {
  const inner = call.kerasArgs['layer'];
  const inside = typeof inner === 'object' && inner !== null && 'role' in inner && inner.role === 'layer';
  const own = inside ? inner.layer.call : call;
  const { keras } = own;
  if (call.keras === 'Bidirectional') {
    const ways = (['forward', 'backward'] as const).map((way) =>
      recurrent(
        keras,
        weights.filter(({ name }) => name.startsWith(`${way}/`)),
        way === 'forward' ? '' : '_reverse',
      ),
    );
    return ways[0] && ways[1] ? [...ways[0], ...ways[1]] : null;
  }
  if (/^(LSTM|GRU|SimpleRNN)$/.test(keras)) return recurrent(keras, weights, '');
  const forms = weights.map(({ name: of, shape }): TorchForm | null => {
    const bias = of.endsWith('bias');
    if (keras === 'Dense') {
      if (bias) return same(of, [0, 'bias'], shape, orders.output);
      const [width, units] = shape as [number, number];
      return {
        of,
        from: [
          [
            [0, 'weight'],
            [units, width],
          ],
        ],
        make: dense(width, units, orders),
      };
    }
    if (keras === 'Embedding') return same(of, [0, 'weight'], shape);
    if (keras.startsWith('SeparableConv')) {
      if (bias) return same(of, [1, 'bias'], shape);
      return /depthwise/i.test(of) ? depthwise(of, [0, 'weight'], shape) : kernel(of, [1, 'weight'], shape);
    }
    if (/Conv/.test(keras)) {
      if (bias) return same(of, [0, 'bias'], shape);
      return keras.startsWith('Depthwise') ? depthwise(of, [0, 'weight'], shape) : kernel(of, [0, 'weight'], shape);
    }
    if (/^(Batch|Layer|Group)Normalization$/.test(keras)) {
      const there = norms[of as keyof typeof norms];
      const vector = shape.length === 1 && inputShapes[0]?.length === 1 ? orders.output : null;
      return there && shape.length === 1 ? same(of, [0, there], shape, vector) : null;
    }
    if (keras === 'PReLU') {
      const slopes = shape.filter((size) => size !== 1);
      return slopes.length > 1 ? null : same(of, [0, 'weight'], [slopes[0] ?? 1]);
    }
    return null;
  });
  return forms.every((form) => form !== null) ? forms : null;
}
