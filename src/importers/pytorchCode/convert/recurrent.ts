import type { Config } from '../../kerasGraph/kerasGraph';
import type { Weight } from '../../onnx/conversion';
import type { Operation } from '../../onnx/operation';
import { weight } from '../../onnx/operators/weights';
import type { ConstantValue } from '../../onnx/value';
import { identity } from '../../onnx/value';

interface Kind {
  readonly className: string;
  /** For each of Keras's gates the one of PyTorch. */
  readonly order: readonly number[];
}

const kinds: Readonly<Record<string, Kind>> = {
  // Both: input, forget, cell, output.
  LSTM: { className: 'LSTM', order: [0, 1, 2, 3] },
  // PyTorch: reset, update, new; Keras: update, reset, new.
  GRU: { className: 'GRU', order: [1, 0, 2] },
  RNN: { className: 'SimpleRNN', order: [0] },
};

/** `[gates · units, inputs]` as `[inputs, gates · units]`. */
function kernel(constant: ConstantValue, order: readonly number[], units: number): Weight {
  const [rows, inputs] = constant.dims as [number, number];
  return weight([inputs, rows], () => {
    const { values } = constant;
    const result = new Float32Array(inputs * rows);
    for (let input = 0; input < inputs; input++)
      order.forEach((from, gate) => {
        for (let unit = 0; unit < units; unit++)
          result[input * rows + gate * units + unit] = values[(from * units + unit) * inputs + input]!;
      });
    return result;
  });
}

/** Both biases of PyTorch: added, or for a GRU one below the other. */
function biasOf(input: ConstantValue, hidden: ConstantValue, order: readonly number[], units: number): Weight {
  const rows = input.dims[0]!;
  const isBoth = order.length === 3;
  return weight(isBoth ? [2, rows] : [rows], () => {
    const of = ({ values }: ConstantValue) =>
      order.flatMap((from) => Array.from({ length: units }, (_, unit) => values[from * units + unit]!));
    const [one, other] = [of(input), of(hidden)];
    return Float32Array.from(isBoth ? [...one, ...other] : one.map((value, at) => value + other[at]!));
  });
}

/** One layer of `LSTM`, `GRU` or `RNN` on `[batch, steps, features]`: all steps, and the last states. */
export function recurrent(operation: Operation): void {
  const { node, conversion } = operation;
  const { className, order } = kinds[operation.text('kind', 'LSTM')]!;
  const units = operation.int('units', 1);
  const [ways, biased] = [operation.int('ways', 1), operation.int('bias', 1) === 1];
  const given = conversion.turned(operation.straight(0), identity(3));
  const uses = node.outputs.map((name) => conversion.readersOf(name).length > 0 || conversion.isGiven(name));
  const [whole = false, last = false] = uses;
  const config: Config = {
    units,
    activation: operation.text('activation', 'tanh'),
    ...(className === 'SimpleRNN' ? {} : { recurrent_activation: 'sigmoid' }),
    use_bias: biased,
    return_sequences: whole,
    ...(className === 'GRU' ? { reset_after: true } : {}),
  };
  const parts = biased ? 4 : 2;
  const weights = Array.from({ length: ways }, (_, way) => {
    const at = (part: number) => operation.constant(1 + way * parts + part);
    return [
      kernel(at(0), order, units),
      kernel(at(1), order, units),
      ...(biased ? [biasOf(at(2), at(3), order, units)] : []),
    ];
  }).flat();
  const inner = { class_name: className, config: { name: className.toLowerCase(), ...config } };
  const { name } =
    ways === 2
      ? operation.layer('Bidirectional', { layer: inner, merge_mode: 'concat' }, [given], weights)
      : operation.layer(className, config, [given], weights);
  const width = units * ways;
  const steps = given.dims[1]!;
  if (!whole) {
    operation.give({ kind: 'tensor', layer: name, axes: [0, 1], dims: [null, width] }, 1);
    return;
  }
  operation.give({ kind: 'tensor', layer: name, axes: identity(3), dims: [null, steps, width] });
  if (!last) return;
  // The backward half has its last state at the first step.
  if (ways === 2 || steps === null) throw operation.unfit();
  const cropping = [steps - 1, 0];
  const cropped = conversion.layer(`${name}_last`, 'Cropping1D', { cropping }, [name]);
  const flat = conversion.layer(`${name}_state`, 'Flatten', {}, [cropped.name]);
  operation.give({ kind: 'tensor', layer: flat.name, axes: [0, 1], dims: [null, width] }, 1);
}
