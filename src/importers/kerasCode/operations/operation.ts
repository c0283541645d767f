import type { Call, Tensor, Value } from '../values/value';
import { plainValue } from '../keras/plain';
import { tensorsIn } from '../model/tensor';
import type { Operation } from '../../kerasGraph/operations/operation';
import type { Config, Json, KerasValue } from '../../kerasGraph/kerasGraph';

/** What a call of an operation has: its tensors, and all of it as plain data. */
export interface Operands {
  readonly tensors: readonly Tensor[];
  readonly operation: Operation;
  /** An argument that the text does not say. */
  readonly unsaid: Value | null;
}

/** Lists in lists, deeper than any argument. */
const deepest = 16;

/** A value as a file of Keras has it in the arguments of an operation: slices and `…` as objects, what is not said as null. */
function plainOperand(value: Value, depth = 0): Json {
  if (depth > deepest) return null;
  switch (value.kind) {
    case 'number':
    case 'string':
    case 'boolean':
      return value.value;
    case 'list':
    case 'tuple':
      return value.items.map((item) => plainOperand(item, depth + 1));
    case 'slice': {
      const [start, stop, step] = [value.start, value.stop, value.step].map((end) => plainOperand(end, depth + 1));
      return { class_name: '__slice__', config: { start: start!, stop: stop!, step: step! } };
    }
    case 'ellipsis':
      return { class_name: '__ellipsis__', config: {} };
    case 'thing':
      return value.name;
    default:
      return null;
  }
}

/** A call as an operation of that name; `usual`: values of arguments that are not given. */
export function operandsOf(name: string, { args, named }: Pick<Call, 'args' | 'named'>, usual: Config = {}): Operands {
  const tensors: Tensor[] = [];
  const values: KerasValue[] = [];
  const plain: Record<string, Json> = { ...usual };
  let unsaid: Value | null = null;
  const take = (value: Value): Json | undefined => {
    const own = tensorsIn(value);
    for (const tensor of own) values.push({ input: tensors.push(tensor) - 1 });
    if (value.kind === 'unknown') unsaid ??= value;
    return own.length > 0 ? undefined : plainOperand(value);
  };
  for (const value of args) {
    const json = take(value);
    if (json !== undefined) values.push({ value: json });
  }
  for (const [key, value] of named) {
    // Neither changes what comes out.
    if (key === 'name' || key === 'training') continue;
    const json = take(value);
    if (json !== undefined) plain[key] = json;
  }
  const shapes = tensors.map(({ shape }) => shape);
  return { tensors, operation: { name, args: values, named: plain, shapes }, unsaid };
}

/** Throws `CodeError('unknownValue')`: the value is asked for. */
export function askFor(value: Value, name: string, line: number): never {
  plainValue(value, { line, wanted: name });
  throw new Error(`${name} has no such value`);
}
