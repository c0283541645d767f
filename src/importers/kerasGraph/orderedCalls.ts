import type { KerasCall, KerasGraph, KerasLayer, KerasTensor } from './kerasGraph';

/** One application of a layer in its graph. */
export interface PlacedCall {
  readonly layer: KerasLayer;
  readonly index: number;
  /** None for an input. */
  readonly call: KerasCall | null;
}

/** What is wrong with the wires of a graph: a tensor that no layer gives, or layers that go round in a circle. */
export interface BrokenWire {
  readonly layer: string;
  readonly wanted: KerasTensor | null;
}

const keyOf = (layer: string, call: number) => `${call} ${layer}`;

/**
 * The calls of a graph on which its outputs depend, each behind those whose tensors it takes, otherwise in the order of
 * the layers; or what keeps them from being ordered.
 */
export function orderedCalls(graph: KerasGraph): readonly PlacedCall[] | BrokenWire {
  const all = new Map<string, PlacedCall>();
  for (const layer of graph.layers) {
    const calls = layer.calls.length === 0 ? [null] : layer.calls;
    calls.forEach((call, index) => all.set(keyOf(layer.name, index), { layer, index, call }));
  }
  const wanted = wantedBy(graph, all);
  const done = new Set<string>();
  const open = new Set<string>();
  const order: PlacedCall[] = [];
  for (const start of all.keys()) {
    if (!wanted.has(start)) continue;
    const stack = [start];
    while (stack.length > 0) {
      const key = stack.at(-1)!;
      const placed = all.get(key)!;
      if (done.has(key)) {
        stack.pop();
        continue;
      }
      open.add(key);
      const missing = (placed.call?.inputs ?? []).filter(({ layer, call }) => !done.has(keyOf(layer, call)));
      if (missing.length === 0) {
        done.add(key);
        order.push(placed);
        stack.pop();
        continue;
      }
      for (const tensor of missing) {
        const before = keyOf(tensor.layer, tensor.call);
        if (!all.has(before)) return { layer: placed.layer.name, wanted: tensor };
        if (open.has(before)) return { layer: placed.layer.name, wanted: null };
        stack.push(before);
      }
    }
  }
  const lost = graph.outputs.find(({ layer, call }) => !done.has(keyOf(layer, call)));
  return lost ? { layer: graph.name, wanted: lost } : order;
}

/** Keys of the calls on which an output depends, and of the inputs. */
function wantedBy(graph: KerasGraph, all: ReadonlyMap<string, PlacedCall>): ReadonlySet<string> {
  const wanted = new Set(graph.inputs.map(({ layer, call }) => keyOf(layer, call)));
  const waiting = graph.outputs.map(({ layer, call }) => keyOf(layer, call));
  while (waiting.length > 0) {
    const key = waiting.pop()!;
    if (wanted.has(key) && all.get(key)?.call !== null) continue;
    wanted.add(key);
    for (const { layer, call } of all.get(key)?.call?.inputs ?? []) waiting.push(keyOf(layer, call));
  }
  return wanted;
}
