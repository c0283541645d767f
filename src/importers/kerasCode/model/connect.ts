import type { Call, Layer, LayerCall, Tensor, Value } from '../values/value';
import { list } from '../values/make';
import { outputShape } from './shapes';

/** One more application of a layer, with its output tensors; an LSTM that gives its states has more than one. */
export function connect(layer: Layer, inputs: readonly Tensor[], { machine, line, named }: Call): readonly Tensor[] {
  machine.step(line, inputs.length);
  machine.trace.note(layer, line);
  const shape = outputShape(
    layer,
    inputs.map((input) => input.shape),
    machine.library,
  );
  return recorded(layer, inputs, [shape, ...stateShapes(layer, inputs)], named, line);
}

/** States that a recurrent layer hands out: one, of an LSTM two, of each direction. */
function stateShapes(
  { base, config, inner }: Layer,
  inputs: readonly Tensor[],
): readonly (readonly (number | null)[])[] {
  const recurrent = inner[0] ?? { base, config };
  if (recurrent.config['return_state'] !== true) return [];
  const units = recurrent.config['units'];
  const count = (recurrent.base === 'LSTM' ? 2 : 1) * (inner[0] ? 2 : 1);
  const batch = inputs[0]?.shape?.[0] ?? null;
  return Array.from({ length: count }, () => [batch, typeof units === 'number' ? units : null]);
}

/** Writes a call down with its outputs of these shapes. */
export function recorded(
  layer: Layer,
  inputs: readonly Tensor[],
  shapes: readonly Tensor['shape'][],
  named: ReadonlyMap<string, Value>,
  line: number,
): readonly Tensor[] {
  const call: LayerCall = { layer, inputs, named, outputs: [], line };
  const dtype = inputs[0]?.dtype ?? 'float32';
  for (const [index, shape] of shapes.entries()) {
    call.outputs.push({
      kind: 'tensor',
      layer,
      call,
      index,
      shape,
      dtype: layer.base === 'Embedding' ? 'float32' : dtype,
    });
  }
  layer.calls.push(call);
  return call.outputs;
}

/** One tensor is itself, several are a list. */
export const single = (tensors: readonly Tensor[]): Value => (tensors.length === 1 ? tensors[0]! : list([...tensors]));
