import type { BatchShape, Call, Layer, Machine, Tensor, Value } from '../values/value';
import type { Config } from '../../kerasGraph/kerasGraph';
import type { Parts } from '../../kerasGraph/operations/part';
import { kerasName, partsOf } from '../../kerasGraph/operations/partsOf';
import { isPlaceable } from '../../kerasGraph/operations/spelledOut';
import { freshLayer, list } from '../values/make';
import { connect, recorded } from '../model/connect';
import type { Operands } from './operation';

interface Made {
  readonly machine: Machine;
  readonly line: number;
}

/** A layer of Keras that does what an operation of the code does; `operation` names it, as Keras would. */
export function layerFor(
  className: string,
  config: Config,
  operation: string,
  { machine, line }: Made,
  name: string | null = null,
): Layer {
  return freshLayer(className, { name: name ?? machine.session.nameFor(operation), config, line });
}

/** The layers that do what an operation does, applied; null where none do so. `own`: a name that the code gives. */
export function operated({ operation, tensors }: Operands, made: Made, own: string | null = null): Value | null {
  const parts = partsOf(operation);
  if (!parts || !isPlaceable(parts, Object.values(made.machine.library.bricks))) return null;
  const isNothing = parts.parts.length === 1 && parts.parts[0]!.className === 'Identity';
  if (isNothing) return tensors[0]!;
  const name = own ?? made.machine.session.nameFor(kerasName(operation.name));
  const outputs = applied(parts, tensors, name, made);
  return parts.outputs ? list([...outputs]) : outputs[0]!;
}

function applied({ parts, outputs }: Parts, tensors: readonly Tensor[], name: string, made: Made): readonly Tensor[] {
  const call: Call = { ...made, args: [], named: new Map() };
  const done: Tensor[] = [];
  for (const [at, { className, config, from }] of parts.entries()) {
    const own = !outputs && at === parts.length - 1 ? name : `${name}_${at}`;
    const inputs = from.map((each) => ('input' in each ? tensors[each.input]! : done[each.part]!));
    done.push(connect(layerFor(className, config, '', made, own), inputs, call)[0]!);
  }
  return (outputs ?? [parts.length - 1]).map((part) => done[part]!);
}

/** An operation that no layer does: it stays in the model under its own name, with what is given to it. */
export function unknownOperation(
  operation: string,
  inputs: readonly Tensor[],
  named: ReadonlyMap<string, Value>,
  shape: BatchShape | null,
  made: Made,
): Tensor {
  const layer = { ...layerFor(operation, {}, operation, made), module: 'keras.ops' };
  made.machine.trace.note(layer, made.line);
  return recorded(layer, inputs, [shape], named, made.line)[0]!;
}
