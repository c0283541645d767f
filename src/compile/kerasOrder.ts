import type { Plan, Step } from './plan';

/**
 * Steps in the order of Keras's `model.layers`, which is the order of layers in a file: the farthest from the outputs
 * first, among equals in the order in which a walk from the outputs meets them (Keras's `map_graph_network`).
 */
export function kerasOrder({ steps, outputs }: Plan): readonly Step[] {
  const named = new Map(steps.map((step) => [step.name, step]));
  const met = new Map<string, number>();
  const waiting = outputs.toReversed();
  while (waiting.length > 0) {
    const name = waiting.pop()!;
    if (met.has(name)) continue;
    met.set(name, met.size);
    waiting.push(...named.get(name)!.inputs.toReversed());
  }
  const depth = new Map(steps.map(({ name }) => [name, 0]));
  for (const { name, inputs } of steps.toReversed()) {
    for (const input of inputs) depth.set(input, Math.max(depth.get(input)!, depth.get(name)! + 1));
  }
  return steps.toSorted(
    (a, b) =>
      depth.get(b.name)! - depth.get(a.name)! || (met.get(a.name) ?? steps.length) - (met.get(b.name) ?? steps.length),
  );
}
