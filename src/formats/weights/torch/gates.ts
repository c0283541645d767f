/** Keras's class of a recurrent layer, and for each of its gates the one of PyTorch. */
export interface GateOrder {
  readonly className: string;
  readonly order: readonly number[];
}

/** Recurrent layers by PyTorch's class. */
export const gateOrders: Readonly<Record<'LSTM' | 'GRU' | 'RNN', GateOrder>> = {
  // Both: input, forget, cell, output.
  LSTM: { className: 'LSTM', order: [0, 1, 2, 3] },
  // PyTorch: reset, update, new; Keras: update, reset, new.
  GRU: { className: 'GRU', order: [1, 0, 2] },
  RNN: { className: 'SimpleRNN', order: [0] },
};

/** PyTorch's `[gates · units, inputs]` as Keras's `[inputs, gates · units]`; both row by row. */
export function kernelOfGates(
  values: ArrayLike<number>,
  order: readonly number[],
  units: number,
): Float32Array<ArrayBuffer> {
  const rows = order.length * units;
  const inputs = values.length / rows;
  const result = new Float32Array(values.length);
  for (let input = 0; input < inputs; input++)
    order.forEach((from, gate) => {
      for (let unit = 0; unit < units; unit++)
        result[input * rows + gate * units + unit] = values[(from * units + unit) * inputs + input]!;
    });
  return result;
}

/** Whether Keras keeps both biases, one below the other, `[2, gates · units]`; else it has their sum. */
export const keepsBoth = (order: readonly number[]) => order.length === 3;

/** Both biases of PyTorch as Keras has them. */
export function biasOfGates(
  input: ArrayLike<number>,
  hidden: ArrayLike<number>,
  order: readonly number[],
  units: number,
): Float32Array<ArrayBuffer> {
  const of = (values: ArrayLike<number>) =>
    order.flatMap((from) => Array.from({ length: units }, (_, unit) => values[from * units + unit]!));
  const [one, other] = [of(input), of(hidden)];
  return Float32Array.from(keepsBoth(order) ? [...one, ...other] : one.map((value, at) => value + other[at]!));
}
