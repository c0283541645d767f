import type { Step } from '../plan';
import { masksOf } from './masks';

/** The operations of Keras that its layers compute masks by. */
const operations: ReadonlySet<string> = new Set([
  'not_equal',
  'any',
  'logical_or',
  'expand_dims',
  'ones_like',
  'zeros_like',
  'concatenate',
]);

/** A name that Keras could give to an operation: the plain one is the first, with a number it is a later one. */
export interface OperationName {
  readonly operation: string;
  readonly place: number;
}

/**
 * Which of these layer names Keras could give to an operation, when it computes the masks of these steps: it counts them
 * up (`concatenate`, `concatenate_1`, …), they become part of the model, and it refuses two of one name in a model.
 */
export function operationNames(steps: readonly Step[], names: Iterable<string>): ReadonlyMap<string, OperationName> {
  const found = new Map<string, OperationName>();
  if (masksOf(steps).size === 0) return found;
  for (const name of names) {
    const { operation, number = '0' } = /^(?<operation>.*?)(_(?<number>[1-9]\d*))?$/.exec(name)!.groups!;
    if (operations.has(operation!)) found.set(name, { operation: operation!, place: Number(number) });
  }
  return found;
}
