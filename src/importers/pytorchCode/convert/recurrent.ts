import { biasOfGates, gateOrders, keepsBoth, kernelOfGates } from '../../../formats/weights/torch/gates';
import type { Config } from '../../kerasGraph/kerasGraph';
import type { Weight } from '../../onnx/conversion';
import type { Operation } from '../../onnx/operation';
import { weight } from '../../onnx/operators/weights';
import type { ConstantValue } from '../../onnx/value';
import { identity } from '../../onnx/value';

/** `[gates · units, inputs]` as `[inputs, gates · units]`. */
const kernel = ({ dims, values }: ConstantValue, order: readonly number[], units: number): Weight =>
  weight([dims[1]!, dims[0]!], () => kernelOfGates(values, order, units));

/** Both biases of PyTorch: added, or for a GRU one below the other. */
const biasOf = (input: ConstantValue, hidden: ConstantValue, order: readonly number[], units: number): Weight =>
  weight(keepsBoth(order) ? [2, input.dims[0]!] : [input.dims[0]!], () =>
    biasOfGates(input.values, hidden.values, order, units),
  );

/** One layer of `LSTM`, `GRU` or `RNN` on `[batch, steps, features]`: all steps, and the last states. */
export function recurrent(operation: Operation): void {
  const { node, conversion } = operation;
  const { className, order } = gateOrders[operation.text('kind', 'LSTM') as keyof typeof gateOrders];
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
