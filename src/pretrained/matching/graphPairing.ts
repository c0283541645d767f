import type { Plan } from '../../compile/plan';
import type { WeightFile } from '../../formats/weights/weightFile';
import { kerasTopology } from '../../formats/weights/kerasTopology';
import { fileGraph, leafNames } from './fileGraph';
import { type GraphLevel, graphLevels, labelOf, seen, closest, sharedSettings } from './graphLevels';
import { isomorphism } from './isomorphism';
import type { LayerGraph } from './layerGraph';
import { kindsOf, modelGraph } from './modelGraph';
import type { ModelLayer } from './modelLayers';
import type { Pairing } from './pairings';
import { type Colours, coloured, refined } from './refinement';
import { type StoredLayer, storedLayers } from './storedLayers';

/** Layers paired by what lies before and behind them, whatever they are called. */
export interface GraphPairing {
  readonly pairing: Pairing;
  /** The file's layers, taken apart as its configuration says. */
  readonly stored: readonly StoredLayer[];
  /** Layers whose weights could as well be each other's, with another model as the outcome. */
  readonly undecided: readonly (readonly string[])[];
}

/**
 * Pairs a model's layers with those of a file by the graph in the file's configuration; null where it has none, or one
 * that is not the model's. Of layers in the same place of alike branches the one of the same name is taken, else the first.
 */
export function graphPairing(
  plan: Plan,
  model: readonly ModelLayer[],
  file: Pick<WeightFile, 'layers' | 'config' | 'format'>,
): GraphPairing | null {
  const topology = kerasTopology(file.config);
  if (topology === null) return null;
  const stored = storedLayers(file.layers, new Set(leafNames(topology)));
  const byPath = new Map(stored.map((layer) => [layer.path, layer]));
  if (byPath.size < stored.length || stored.length !== model.length) return null;
  const whole = modelGraph(plan, 'keras');
  const theirs = fileGraph(topology, { ...kindsOf(plan), stored: byPath });
  if (theirs === null) return null;
  const compared = file.format === 'tfjs' ? closest([whole, modelGraph(plan, 'tfjs')], theirs) : whole;
  const place = new Map(model.map(({ path }, index) => [path, index]));
  for (const level of graphLevels) {
    const graphs = [seen(compared, level), seen(theirs, level)] as const;
    if (graphs[0].length !== graphs[1].length) continue;
    const shared = sharedSettings(...graphs);
    const coloursAt = (at: GraphLevel) =>
      refined(
        graphs,
        coloured(graphs.map((graph) => graph.map((node) => labelOf(node, at, shared.get(node.kind) ?? [])))),
      );
    const colours = coloursAt(level);
    const [mine, other] = graphs;
    const pairs = isomorphism([mine, other], colours, (own, places) => {
      const { path, name } = mine[own]!;
      const same = (at: number) => Number(other[at]!.path === path) * 2 + Number(other[at]!.name === name);
      return places.toSorted((a, b) => same(b) - same(a));
    });
    if (pairs === null) continue;
    const pairing = new Map<ModelLayer, StoredLayer>();
    mine.forEach(({ path }, own) => {
      const layer = model[place.get(path) ?? -1];
      const partner = byPath.get(other[pairs[own]!]!.path);
      if (layer && partner) pairing.set(layer, partner);
    });
    if (pairing.size < model.length) return null;
    const sameName = (own: number) => mine[own]!.name === other[pairs[own]!]!.name;
    // That inputs or outputs stand in some order is how they were drawn, not what they are.
    const [loose] = level.indexed ? coloursAt({ ...level, indexed: false }) : colours;
    return { pairing, stored, undecided: undecidedIn(mine, loose!, whole, sameName) };
  }
  return null;
}

/**
 * Layers with weights that the graph alone does not tell apart, unless their names did, or the model itself is the same
 * with any of them in the other's place.
 */
function undecidedIn(
  graph: LayerGraph,
  colours: Colours,
  whole: LayerGraph,
  sameName: (place: number) => boolean,
): readonly (readonly string[])[] {
  const strictest = { weighted: false, indexed: true };
  const own = refined(
    [whole],
    coloured([whole.map((node) => labelOf(node, strictest, [...node.settings.keys()].toSorted()))]),
  )[0]!;
  const symmetry = new Map(whole.map(({ path }, place) => [path, own[place]!]));
  const groups = new Map<number, number[]>();
  graph.forEach(({ shapes }, place) => {
    if (shapes === '') return;
    const group = groups.get(colours[place]!);
    if (group) group.push(place);
    else groups.set(colours[place]!, [place]);
  });
  return [...groups.values()]
    .filter((places) => {
      if (places.length === 1 || places.every(sameName)) return false;
      return new Set(places.map((place) => symmetry.get(graph[place]!.path))).size > 1;
    })
    .map((places) => places.map((place) => graph[place]!.path));
}
