import type { Machine, Tensor, Value } from '../values/value';
import { slicedArray } from '../values/arrays';
import { operated, unknownOperation } from './operated';
import { operandsOf } from './operation';

/** `tensor[…]`: layers where some cut so, else an operation that stays as it is. */
export function slicedTensor(tensor: Tensor, index: Value, machine: Machine, line: number): Value {
  const made = { machine, line };
  const done = operated(operandsOf('get_item', { args: [tensor, index], named: new Map() }), made);
  if (done) return done;
  const { shape } = tensor;
  const cut = shape && slicedArray({ kind: 'array', shape, dataset: null }, index).shape;
  return unknownOperation('get_item', [tensor], new Map([['key', index]]), cut, made);
}
