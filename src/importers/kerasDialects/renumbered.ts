import type { KerasGraph, KerasTensor } from '../kerasGraph/kerasGraph';

type Wired = Pick<KerasGraph, 'layers' | 'inputs' | 'outputs'>;

/**
 * Calls counted from 0 as they are listed. Keras counts those of a model inside a model from 1, because the model's own
 * making was the first, and lists only the others.
 */
export function renumbered(graph: Wired): Wired {
  const highest = new Map<string, number>();
  const met = ({ layer, call }: KerasTensor) => highest.set(layer, Math.max(highest.get(layer) ?? 0, call));
  for (const tensor of [...graph.inputs, ...graph.outputs]) met(tensor);
  for (const { calls } of graph.layers) for (const { inputs } of calls) for (const tensor of inputs) met(tensor);
  const shift = new Map(
    graph.layers.map(({ name, calls }) => {
      const last = Math.max(1, calls.length) - 1;
      return [name, Math.max(0, (highest.get(name) ?? 0) - last)];
    }),
  );
  const moved = (tensor: KerasTensor): KerasTensor => ({
    ...tensor,
    call: Math.max(0, tensor.call - (shift.get(tensor.layer) ?? 0)),
  });
  return {
    layers: graph.layers.map((layer) => ({
      ...layer,
      calls: layer.calls.map((call) => ({ ...call, inputs: call.inputs.map(moved) })),
    })),
    inputs: graph.inputs.map(moved),
    outputs: graph.outputs.map(moved),
  };
}
