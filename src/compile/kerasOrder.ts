import type { Plan, Step } from './plan';

/**
 * Steps in the order of Keras's `model.layers`, which is the order of layers in a file: the farthest from the outputs
 * first, among equals in the order in which a walk from the outputs meets them (Keras's `map_graph_network`). A layer that
 * is called several times stands there once, as its first step, as far from the outputs as the farthest of its calls.
 */
export function kerasOrder({ steps, outputs }: Plan): readonly Step[] {
  const named = new Map(steps.map((step) => [step.name, step]));
  const layerOf = (name: string) => named.get(name)!.sharesWith ?? name;
  const seen = new Set<string>();
  const met = new Map<string, number>();
  const waiting = outputs.toReversed();
  while (waiting.length > 0) {
    const name = waiting.pop()!;
    if (seen.has(name)) continue;
    seen.add(name);
    const layer = layerOf(name);
    if (!met.has(layer)) met.set(layer, met.size);
    waiting.push(...named.get(name)!.inputs.toReversed());
  }
  const depth = new Map(steps.map(({ name }) => [name, 0]));
  const deepest = new Map<string, number>();
  for (const { name, inputs } of steps.toReversed()) {
    const layer = layerOf(name);
    const own = Math.max(depth.get(name)!, deepest.get(layer) ?? 0);
    deepest.set(layer, own);
    for (const input of inputs) depth.set(input, Math.max(depth.get(input)!, own + 1));
  }
  return steps
    .filter(({ sharesWith }) => sharesWith === undefined)
    .toSorted(
      (a, b) =>
        deepest.get(b.name)! - deepest.get(a.name)! ||
        (met.get(a.name) ?? steps.length) - (met.get(b.name) ?? steps.length),
    );
}
