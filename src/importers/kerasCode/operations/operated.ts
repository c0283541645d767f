import type { Call, Layer, Machine, Tensor, Value } from '../values/value';
import type { Config } from '../../kerasGraph/kerasGraph';
import { freshLayer } from '../values/make';
import { connect, recorded } from '../model/connect';
import type { BatchShape } from '../values/value';

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

/** Applies a layer that is made for one operation. */
export function operated(
  className: string,
  config: Config,
  operation: string,
  inputs: readonly Tensor[],
  made: Made,
  name: string | null = null,
): Tensor {
  const call: Call = { ...made, args: [], named: new Map() };
  return connect(layerFor(className, config, operation, made, name), inputs, call)[0]!;
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
