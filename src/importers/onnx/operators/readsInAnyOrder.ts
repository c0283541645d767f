import type { Conversion } from '../conversion';

/** Operators that treat each number alike, whatever its place. */
const each = new Set(
  'Relu LeakyRelu Sigmoid Tanh Elu Selu Celu Gelu Softplus Softsign HardSigmoid HardSwish Mish Exp Clip Dropout Identity Cast BatchNormalization'.split(
    ' ',
  ),
);

/**
 * Whether all that takes the numbers of this name can take them in another order: weights behind them are put in that
 * order, too.
 */
export function readsInAnyOrder(conversion: Conversion, name: string): boolean {
  const seen = new Set<string>();
  const open = [name];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    const readers = conversion.readersOf(next);
    if (conversion.isGiven(next) || readers.length === 0) return false;
    for (const { op, inputs, outputs, attributes } of readers) {
      const isLeft = inputs[0] === next && !inputs.slice(1).includes(next);
      if (!isLeft) return false;
      if (op === 'MatMul' || (op === 'Gemm' && (attributes.get('transA')?.int ?? 0) === 0)) {
        if (conversion.values.get(inputs[1] ?? '')?.kind !== 'constant') return false;
      } else if (each.has(op)) open.push(outputs[0]!);
      else return false;
    }
  }
  return true;
}
