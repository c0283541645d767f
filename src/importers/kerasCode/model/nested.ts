import { noInput } from './noInput';
import type { BatchShape, Call, Layer, ModelBody, Tensor } from '../values/value';
import type { Library } from '../../../document/template';
import { recorded } from './connect';
import { build } from './models';
import { outputShape } from './shapes';
import { keyOf, walked } from './walk';

/** Tensors that come out of a model when these go in. Throws `CodeError('noInput')`. */
export function modelTensors(layer: Layer, inputs: readonly Tensor[], call: Call): readonly Tensor[] {
  const { machine, line } = call;
  if (layer.model?.sequence) build(layer, inputs[0]?.shape ?? null, call);
  const body = layer.model;
  if (!body || body.outputs.length === 0) throw noInput(layer, line);
  machine.step(line, 5);
  machine.trace.note(layer, line);
  const shapes = innerShapes(
    layer.name,
    body,
    inputs.map(({ shape }) => shape),
    machine.library,
    line,
  );
  return recorded(layer, inputs, shapes, call.named, line);
}

const same = (one: BatchShape | null, other: BatchShape | null) => JSON.stringify(one) === JSON.stringify(other);

/** Shapes that come out of a model for inputs of these shapes. */
export function innerShapes(
  name: string,
  { inputs, outputs }: ModelBody,
  given: readonly (BatchShape | null)[],
  library: Library,
  line: number,
): readonly (BatchShape | null)[] {
  if (inputs.every(({ shape }, place) => same(shape, given[place] ?? null))) return outputs.map(({ shape }) => shape);
  const shapes = new Map(inputs.map((input, place) => [keyOf(input), given[place] ?? null]));
  const at = (tensor: Tensor) => (shapes.has(keyOf(tensor)) ? shapes.get(keyOf(tensor))! : tensor.shape);
  for (const call of walked(name, inputs, outputs, line).calls) {
    const into = call.inputs.map(at);
    const { layer } = call;
    const out = layer.model
      ? innerShapes(layer.name, layer.model, into, library, line)
      : [
          same(into[0] ?? null, call.inputs[0]?.shape ?? null)
            ? (call.outputs[0]?.shape ?? null)
            : outputShape(layer, into, library),
        ];
    for (const [index, tensor] of call.outputs.entries()) shapes.set(keyOf(tensor), out[index] ?? tensor.shape);
  }
  return outputs.map(at);
}
