import type { Argument } from '../../../../brick/call';
import type { Layer, LayerWeight } from '../layer';
import { blocks, filled, part, transposed } from '../tensors';

/** How a recurrent layer of Keras is said in ONNX. */
export interface Recurrence {
  readonly op: 'LSTM' | 'GRU' | 'RNN';
  /** Keras's gate at each place of ONNX's order. */
  readonly order: readonly number[];
  readonly units: number;
  readonly activation: string;
  readonly gate: string;
  readonly backwards: boolean;
  readonly sequences: boolean;
  /** GRU: the reset gate works on the product with the recurrent kernel. */
  readonly resetAfter: boolean;
}

const kinds = {
  // Keras: input, forget, candidate, output; ONNX: input, output, forget, candidate.
  LSTM: { op: 'LSTM', order: [0, 3, 1, 2] },
  // Update, reset, candidate in both.
  GRU: { op: 'GRU', order: [0, 1, 2] },
  SimpleRNN: { op: 'RNN', order: [0] },
} as const;

/** What the layer is, by its class in Keras. */
export function recurrenceOf(layer: Layer): Recurrence {
  const { op, order } = kinds[layer.call.keras as keyof typeof kinds];
  const { stateful, goBackwards, returnSequences, resetAfter } = layer.args;
  if (stateful === true) layer.refuse('stateful');
  const text = (value: Argument | undefined, otherwise: string) => (typeof value === 'string' ? value : otherwise);
  return {
    op,
    order,
    units: layer.number('units'),
    activation: text(layer.args['activation'], 'tanh'),
    gate: text(layer.args['recurrentActivation'], 'sigmoid'),
    backwards: goBackwards === true,
    sequences: returnSequences === true,
    resetAfter: op === 'GRU' && resetAfter !== false,
  };
}

/** Bias of the input and bias of the memory, in Keras's order of gates. */
export function biasesOf(layer: Layer, recurrence: Recurrence): readonly [LayerWeight, LayerWeight] {
  const { order, units, resetAfter } = recurrence;
  const width = order.length * units;
  const bias = layer.maybe('bias');
  const none = filled([width], 0);
  if (bias === null) return [none, none];
  return resetAfter ? [part(bias, 0, [width]), part(bias, width, [width])] : [bias, none];
}

/** The weights of one direction as ONNX has them: `[gates · units, features]`, `[gates · units, units]`, biases. */
export function onnxWeights(layer: Layer, recurrence: Recurrence): readonly (readonly LayerWeight[])[] {
  const { order, units } = recurrence;
  const turned = (weight: LayerWeight) => transposed(blocks(weight, units, order), [1, 0]);
  const biases = biasesOf(layer, recurrence).map((bias) => blocks(bias, units, order));
  return [[turned(layer.weight('kernel'))], [turned(layer.weight('recurrentKernel'))], biases];
}
