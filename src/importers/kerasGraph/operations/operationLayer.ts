import { isList } from '../json';
import type { Config, Json, KerasCall, KerasLayer } from '../kerasGraph';

/** A layer that does what an operation does. */
interface Done {
  readonly className: string;
  readonly config: Config;
}

/** What an operation is given: numbers of the call by their place, tensors as null; and named arguments. */
interface Given {
  readonly places: readonly (Json | null)[];
  readonly tensors: number;
  readonly named: Config;
}

type Rule = (given: Given) => Done | null;

const layer = (className: string, config: Config = {}): Done => ({ className, config });

/** The one number that is given beside one tensor, and whether it stands in front of it. */
function numberIn({ places, tensors, named }: Given): { readonly value: number; readonly first: boolean } | null {
  if (tensors !== 1) return null;
  const values = [...places, ...['y', 'x', 'other', 'x2'].map((name) => named[name] ?? null)];
  const value = values.find((each) => typeof each === 'number');
  return typeof value === 'number' ? { value, first: places[0] === value && places.length > 1 } : null;
}

const rescaled = (scale: number, offset: number) => layer('Rescaling', { scale, offset });

/** Two or more tensors by a layer that merges, a tensor and a number by one that rescales. */
const arithmetic =
  (merge: string | null, byNumber: (value: number, first: boolean) => Done | null): Rule =>
  (given) => {
    if (given.tensors > 1) return merge === null ? null : layer(merge);
    const number = numberIn(given);
    return number && byNumber(number.value, number.first);
  };

const activation =
  (name: string): Rule =>
  ({ tensors, named, places }) => {
    const isPlain = Object.entries(named).every(([key, value]) => key === 'name' || value === null || value === false);
    return tensors === 1 && isPlain && places.length <= 1 ? layer('Activation', { activation: name }) : null;
  };

const numbers = (value: Json | undefined) =>
  (typeof value === 'number' ? [value] : isList(value) ? value : []).filter((each) => typeof each === 'number');

/** The mean or the largest value over all places of a sequence, a picture or a video. */
const pooled =
  (kind: string): Rule =>
  ({ places, named }) => {
    const axes = numbers(named['axis'] ?? places[1]).toSorted((a, b) => a - b);
    const ends: Readonly<Record<string, string>> = { '1': '1D', '1,2': '2D', '1,2,3': '3D', '-3,-2': '2D', '-2': '1D' };
    const end = ends[axes.join()];
    const keepdims = named['keepdims'] === true || places[2] === true;
    return end === undefined ? null : layer(`Global${kind}Pooling${end}`, { keepdims });
  };

const reshaped: Rule = ({ places, named }) => {
  const shape = named['newshape'] ?? named['shape'] ?? places[1];
  const [batch, ...target] = isList(shape) ? shape : [];
  const isOpen = batch === -1 || batch === null;
  return isOpen && target.length > 0 ? layer('Reshape', { target_shape: target }) : null;
};

const turned: Rule = ({ places, named }) => {
  const [batch, ...dims] = numbers(named['axes'] ?? named['perm'] ?? places[1]);
  return batch === 0 && dims.length > 0 ? layer('Permute', { dims }) : null;
};

const relu: Rule = (given) => {
  const { max_value: maxValue = null, alpha = null, negative_slope: slope = null, threshold = null } = given.named;
  if (given.tensors !== 1) return null;
  if (maxValue === null && alpha === null && slope === null && threshold === null) return activation('relu')(given);
  return layer('ReLU', {
    max_value: maxValue,
    negative_slope: slope ?? alpha ?? 0,
    threshold: threshold ?? 0,
  });
};

const same: Rule = ({ tensors }) => (tensors === 1 ? layer('Identity') : null);
const divided = arithmetic(null, (value, first) => (first || value === 0 ? null : rescaled(1 / value, 0)));
const activations = 'relu6 sigmoid softmax log_softmax tanh elu selu softplus softsign silu swish gelu mish'.split(' ');

/** By the operation's name, in Keras or TensorFlow. */
const rules: Readonly<Record<string, Rule>> = {
  add: arithmetic('Add', (value) => rescaled(1, value)),
  subtract: arithmetic('Subtract', (value, first) => (first ? rescaled(-1, value) : rescaled(1, -value))),
  multiply: arithmetic('Multiply', (value) => rescaled(value, 0)),
  divide: divided,
  true_divide: divided,
  truediv: divided,
  maximum: arithmetic('Maximum', () => null),
  minimum: arithmetic('Minimum', () => null),
  negative: ({ tensors }) => (tensors === 1 ? rescaled(-1, 0) : null),
  concatenate: ({ tensors, named, places }) => {
    const axis = named['axis'] ?? places.find((each) => typeof each === 'number') ?? 0;
    return tensors > 1 ? layer('Concatenate', { axis }) : null;
  },
  mean: pooled('Average'),
  reduce_mean: pooled('Average'),
  max: pooled('Max'),
  amax: pooled('Max'),
  reduce_max: pooled('Max'),
  reshape: reshaped,
  transpose: turned,
  relu,
  identity: same,
  stop_gradient: same,
  cast: same,
  ...Object.fromEntries(activations.map((name) => [name, activation(name)])),
};

const aliases: Readonly<Record<string, string>> = {
  concat: 'concatenate',
  add_v2: 'add',
  mul: 'multiply',
  sub: 'subtract',
  real_div: 'divide',
};

/** The layer that does what an operation of Keras or TensorFlow does; the layer itself where it is none, or none does so. */
export function operationLayer(operation: KerasLayer, call: KerasCall | null): KerasLayer {
  if (operation.module !== 'keras.ops' || call === null) return operation;
  const name = aliases[operation.className] ?? operation.className;
  const rule = Object.hasOwn(rules, name) ? rules[name] : undefined;
  const args = call.args ?? call.inputs.map((_, input) => ({ input }));
  const places = args.map((each) => ('value' in each ? each.value : null));
  const found = rule?.({ places, tensors: call.inputs.length, named: { ...operation.config, ...call.kwargs } });
  return found ? { ...operation, module: 'keras.layers', ...found } : operation;
}
