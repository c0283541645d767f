import type { LayerGraph, LayerNode } from './layerGraph';

/** How closely two graphs are looked at. */
export interface GraphLevel {
  /** Layers without weights that only pass on one input are left out: a Dropout more is the same model. */
  readonly weighted: boolean;
  /** Inputs and outputs are told apart by their order. */
  readonly indexed: boolean;
}

/** The closest first. */
export const graphLevels: readonly GraphLevel[] = [
  { weighted: false, indexed: true },
  { weighted: false, indexed: false },
  { weighted: true, indexed: true },
  { weighted: true, indexed: false },
];

/** The graph as it is looked at. */
export function seen(graph: LayerGraph, { weighted }: GraphLevel): LayerGraph {
  if (!weighted) return graph;
  /** By place, the place of the layer whose output leaves it: its own, or that of the one before. */
  const places: number[] = [];
  const kept: LayerNode[] = [];
  for (const node of graph) {
    const inputs = node.inputs.map((input) => places[input]!);
    if (node.shapes === '' && node.input === null && inputs.length === 1) {
      const before = inputs[0]!;
      kept[before] = { ...kept[before]!, outputs: [...kept[before]!.outputs, ...node.outputs] };
      places.push(before);
    } else places.push(kept.push({ ...node, inputs }) - 1);
  }
  return kept;
}

/** By class and setting, the values that a graph's layers have; null for a layer that has it not. */
function valuesIn(graph: LayerGraph): ReadonlyMap<string, (key: string) => string> {
  const layers = new Map<string, LayerNode[]>();
  for (const node of graph) {
    const alike = layers.get(node.kind);
    if (alike) alike.push(node);
    else layers.set(node.kind, [node]);
  }
  const textOf = (nodes: readonly LayerNode[]) => (key: string) =>
    nodes
      .map(({ settings }) => settings.get(key) ?? 'null')
      .toSorted()
      .join('\n');
  return new Map([...layers].map(([kind, nodes]) => [kind, textOf(nodes)]));
}

/** By class, the settings that both graphs have equally often with the same values: others would tell apart what is alike. */
export function sharedSettings(mine: LayerGraph, other: LayerGraph): ReadonlyMap<string, readonly string[]> {
  const [own, theirs] = [valuesIn(mine), valuesIn(other)];
  const keys = new Map([...own.keys()].map((kind) => [kind, new Set<string>()]));
  for (const { kind, settings } of mine) for (const key of settings.keys()) keys.get(kind)!.add(key);
  return new Map(
    [...keys].map(([kind, names]) => [
      kind,
      [...names].filter((key) => own.get(kind)!(key) === theirs.get(kind)?.(key)).toSorted(),
    ]),
  );
}

/** Of two ways to say a model's settings the one that says more of them as the other graph does: a file of tfjs can have either. */
export function closest(ways: readonly LayerGraph[], other: LayerGraph): LayerGraph {
  const counts = ways.map((graph) => [...sharedSettings(graph, other).values()].flat().length);
  return ways[counts.indexOf(Math.max(...counts))]!;
}

/** What tells a layer apart before its neighbours are looked at. */
export function labelOf(node: LayerNode, { indexed }: GraphLevel, keys: readonly string[]): string {
  const { kind, shapes, input, outputs, settings } = node;
  const end = indexed ? [input, outputs] : [input !== null, outputs.length];
  return JSON.stringify([kind, shapes, end, keys.map((key) => settings.get(key) ?? null)]);
}
