import type { Layer } from '../layer';
import { type Recurrence, onnxWeights } from './recurrence';
import { joined } from '../tensors';
import type { Attribute, Value } from '../../graph/parts';

/** Activations that ONNX's recurrent operators have, without settings. */
const names: Readonly<Record<string, string>> = {
  sigmoid: 'Sigmoid',
  tanh: 'Tanh',
  relu: 'Relu',
  softsign: 'Softsign',
};

/** Does an operator of ONNX compute this? */
export const isNative = ({ activation, gate }: Recurrence) => activation in names && gate in names;

const activationsOf = ({ op, activation, gate }: Recurrence): string[] => {
  const [inner, outer] = [names[activation]!, names[gate]!];
  return { LSTM: [outer, inner, inner], GRU: [outer, inner], RNN: [inner] }[op];
};

/**
 * One operator for one or both directions, all of one kind: `layers` hold their weights, `owner` takes the nodes. Gives
 * `[batch, directions, units]`, or with sequences `[batch, steps, directions, units]` in the order of time.
 */
export function nativeRecurrent(owner: Layer, layers: readonly Layer[], recurrence: Recurrence): Value {
  const { op, units, backwards, sequences, resetAfter } = recurrence;
  const each = layers.map((layer) => onnxWeights(layer, recurrence));
  const inputs = ['W', 'R', 'B'].map((name, at) => {
    const parts = each.flatMap((weights) => weights[at]!);
    const shape = at === 2 ? [layers.length, 2 * parts[0]!.shape[0]!] : [layers.length, ...parts[0]!.shape];
    return owner.constant(name, joined(parts, shape));
  });
  const given = owner.any();
  // Time in front; channels may lie behind the batch.
  const x = owner.part('Transpose', [given], { attributes: { perm: given.first ? [2, 0, 1] : [1, 0, 2] } });
  const activations = layers.flatMap(() => activationsOf(recurrence));
  const attributes: Record<string, Attribute> = {
    hidden_size: units,
    direction: layers.length === 2 ? 'bidirectional' : backwards ? 'reverse' : 'forward',
    activations,
    ...(op === 'GRU' && { linear_before_reset: Number(resetAfter) }),
  };
  const y = owner.graph.value(`${owner.name}/${sequences ? 'sequence' : 'last'}`);
  const outputs = sequences ? [y] : [null, y];
  owner.graph.operator(op, owner.name, [x, ...inputs], outputs, { attributes });
  return owner.part('Transpose', [y], { attributes: { perm: sequences ? [2, 0, 1, 3] : [1, 0, 2] } });
}
