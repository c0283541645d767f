import type { Json } from '../../kerasGraph/kerasGraph';
import type { Weight } from '../conversion';
import type { Operation } from '../operation';
import { sizeOf } from './weights';
import { type ConstantValue, type TensorValue, identity } from '../value';

interface Kind {
  readonly className: string;
  readonly gates: number;
  /** For each of Keras's gates the one of ONNX. */
  readonly order: readonly number[];
  /** Activations in ONNX's order and as Keras has them by itself. */
  readonly activations: readonly string[];
}

const kinds: Readonly<Record<string, Kind>> = {
  // ONNX: input, output, forget, cell; Keras: input, forget, cell, output.
  LSTM: { className: 'LSTM', gates: 4, order: [0, 2, 3, 1], activations: ['Sigmoid', 'Tanh', 'Tanh'] },
  // Both: update, reset, hidden.
  GRU: { className: 'GRU', gates: 3, order: [0, 1, 2], activations: ['Sigmoid', 'Tanh'] },
  RNN: { className: 'SimpleRNN', gates: 1, order: [0], activations: ['Tanh'] },
};

/** Part of a constant: what belongs to one direction. */
function direction({ dims, values }: ConstantValue, at: number): ConstantValue {
  const size = sizeOf(dims.slice(1));
  const part = Float32Array.from({ length: size }, (_, index) => values[at * size + index]!);
  return { kind: 'constant', dims: dims.slice(1), values: part };
}

/** `[gates · units, inputs]` as `[inputs, gates · units]`, the gates in Keras's order. */
function kernel({ dims, values }: ConstantValue, { gates, order }: Kind, units: number): Weight {
  const inputs = dims[1]!;
  const result = new Float32Array(inputs * gates * units);
  for (let row = 0; row < inputs; row++)
    order.forEach((from, gate) => {
      for (let unit = 0; unit < units; unit++)
        result[(row * gates + gate) * units + unit] = values[(from * units + unit) * inputs + row]!;
    });
  return { shape: [inputs, gates * units], values: result };
}

/** Both of ONNX's biases: in one, or one below the other where the reset gate comes after the product. */
function bias({ values }: ConstantValue, { gates, order }: Kind, units: number, both: boolean): Weight {
  const half = gates * units;
  const of = (start: number) =>
    order.flatMap((from) => Array.from({ length: units }, (_, unit) => values[start + from * units + unit]!));
  const [input, hidden] = [of(0), of(half)];
  if (both) return { shape: [2, half], values: Float32Array.from([...input, ...hidden]) };
  return { shape: [half], values: Float32Array.from(input, (value, at) => value + hidden[at]!) };
}

/** States before the first step are zeros, which is what Keras begins with. */
function refuseStates(operation: Operation): void {
  for (const at of [4, 5, 6, 7]) {
    if (!operation.has(at)) continue;
    const value = operation.value(at);
    const isZero =
      value.kind === 'constant' && (value.filled ?? Array.from(value.values).find((each) => each !== 0) ?? 0) === 0;
    if (!isZero) throw operation.refuse(['sequence_lens', 'initial_h', 'initial_c', 'P'][at - 4]!, 'given');
  }
}

/** Activations of ONNX that Keras has under the same name. */
const functions = /^(relu|tanh|sigmoid|softsign|softplus)$/;

/** The activations as Keras's arguments; both directions have the same. */
function activationsOf(operation: Operation, kind: Kind, count: number): Record<string, Json> {
  const given = operation.node.attributes.get('activations')?.texts ?? [];
  const names = given.length === 0 ? kind.activations : given.slice(0, kind.activations.length);
  const all = given.length === 0 ? names : Array.from({ length: count }, () => names).flat();
  const [recurrent, own, ...others] = names.length === 1 ? [null, ...names] : names;
  const isTaken = names.every((name) => functions.test(name.toLowerCase())) && others.every((name) => name === own);
  if (!isTaken || (given.length > 0 && given.join() !== all.join())) throw operation.refuse('activations', given);
  const activation = own!.toLowerCase();
  return recurrent == null ? { activation } : { activation, recurrent_activation: recurrent.toLowerCase() };
}

/** ONNX `LSTM`, `GRU` and `RNN`: `[steps, batch, features]` in, all steps and the last one out. */
export function recurrent(operation: Operation): void {
  const { node, conversion } = operation;
  const kind = kinds[node.op]!;
  const way = operation.text('direction', 'forward');
  const isBoth = way === 'bidirectional';
  const count = isBoth ? 2 : 1;
  const units = operation.int('hidden_size', 0);
  refuseStates(operation);
  if (operation.int('layout', 0) !== 0) throw operation.refuse('layout', 1);
  const clipping = node.attributes.get('clip')?.float;
  if (clipping !== undefined && clipping > 0) throw operation.refuse('clip', clipping);
  const chosen = activationsOf(operation, kind, count);
  const input = conversion.turned(operation.straight(0), [1, 0, 2]);
  const [whole, last] = [used(operation, 0), used(operation, 1)];
  if (used(operation, 2) || (whole && last) || input.dims.length !== 3) throw operation.unfit();
  const isAfter = kind.gates === 3 && operation.int('linear_before_reset', 0) === 1;
  const config: Record<string, Json> = {
    units,
    ...chosen,
    return_sequences: whole,
    use_bias: operation.has(3),
    ...(kind.gates === 3 ? { reset_after: isAfter } : {}),
  };
  const weights = Array.from({ length: count }, (_, at) => [
    kernel(direction(operation.constant(1), at), kind, units),
    kernel(direction(operation.constant(2), at), kind, units),
    ...(operation.has(3) ? [bias(direction(operation.constant(3), at), kind, units, isAfter)] : []),
  ]).flat();
  const inner = { class_name: kind.className, config: { name: kind.className.toLowerCase(), ...config } };
  if (way === 'reverse') throw operation.refuse('direction', way);
  const { name } = isBoth
    ? operation.layer('Bidirectional', { layer: inner, merge_mode: 'concat' }, [input], weights)
    : operation.layer(kind.className, config, [input], weights);
  if (whole) {
    operation.give({ kind: 'directions', layer: name, steps: input.dims[0]!, count, units, axes: identity(4) });
    return;
  }
  // `[directions, batch, units]`.
  const output: TensorValue = { kind: 'tensor', layer: name, axes: [-1, 0, 1], dims: [1, null, units] };
  // Of both directions each is taken by itself, which no brick does.
  if (isBoth) throw operation.unfit();
  operation.give(output, 1);
}

function used({ node, conversion }: Operation, at: number): boolean {
  const name = node.outputs[at] ?? '';
  return name !== '' && (conversion.readersOf(name).length > 0 || conversion.isGiven(name));
}
