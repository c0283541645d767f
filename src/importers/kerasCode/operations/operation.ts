import type { Call, Tensor, Value } from '../values/value';
import { plainValue } from '../keras/plain';
import type { Json } from '../../kerasGraph/kerasGraph';
import { tensorsIn } from '../model/tensor';

/** What a call of an operation has: its tensors first, then its other arguments by place or name. */
export interface Operands {
  readonly call: Call;
  /** The name of the operation, e.g. `reduce_mean`. */
  readonly name: string;
  readonly tensors: readonly Tensor[];
  /** An argument behind the tensors by its place there or one of its names; undefined where it is not given. */
  argument(place: number, ...names: readonly string[]): Value | undefined;
}

/** Null: no layer does so. */
export type Operation = (operands: Operands) => Value | null;

export function operandsOf(name: string, call: Call): Operands {
  const [first, ...rest] = call.args;
  const several = first?.kind === 'list' || first?.kind === 'tuple';
  const named = [...call.named.values()].flatMap((value) => tensorsIn(value));
  const lone = several ? [] : rest.flatMap((value) => tensorsIn(value));
  const others = first ? rest.filter((value) => several || tensorsIn(value).length === 0) : [];
  return {
    call,
    name,
    tensors: [...tensorsIn(first), ...lone, ...named],
    argument: (place, ...names) => names.map((each) => call.named.get(each)).find(Boolean) ?? others[place],
  };
}

/** An argument as plain data; undefined where it is not given. Throws `CodeError('unknownValue')`. */
export function plain({ call, name }: Operands, value: Value | undefined): Json | undefined {
  return value === undefined ? undefined : plainValue(value, { line: call.line, wanted: name });
}

export const numbersIn = (json: Json | undefined): readonly (number | null)[] | null => {
  if (typeof json === 'number') return [json];
  return Array.isArray(json) ? json.map((each: Json) => (typeof each === 'number' ? each : null)) : null;
};
