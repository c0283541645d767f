import { initialParams } from '../../brick/brick';
import { type ArchitectureBricks, architectureBricks } from '../architectureBricks';
import type { Document, Edge, Edit, Json, Node } from '../document';
import { blocksInside, bricksOf } from '../items';
import { publishedAlphas } from '../publishedWeights';
import type { AnyTemplate, Library } from '../template';

/** An architecture with options, and what stands before the names of its layers. */
interface Found {
  readonly architecture: string;
  readonly options: Readonly<Record<string, Json>>;
  readonly inside: ArchitectureBricks;
  readonly prefix: string;
}

/** The architecture that a block still is, whole and unchanged; null where it is none. */
export function architectureOf(document: Document, block: string, library: Library): Found | null {
  const members = bricksOf(document, [block]);
  if (!Object.hasOwn(document.blocks, block) || members.length === 0) return null;
  const alphas = new Set(Object.values(library.architectures).flatMap(publishedAlphas));
  for (const [architecture, template] of Object.entries(library.architectures)) {
    for (const options of variants(document, members, template, [...alphas])) {
      const inside = architectureBricks(template, options);
      const layers = Object.keys(inside.nodes);
      if (layers.length !== members.length) continue;
      const prefix = members.find((name) => name.endsWith(layers[0]!))?.slice(0, -layers[0]!.length);
      if (prefix !== undefined && same(document, new Set(members), inside, prefix)) {
        return { architecture, options, inside, prefix };
      }
    }
  }
  return null;
}

/** Options that could have made these bricks. */
function variants(
  document: Document,
  members: readonly string[],
  { options }: AnyTemplate,
  alphas: readonly number[],
): Record<string, Json>[] {
  const widths = 'alpha' in options ? alphas.map((alpha) => ({ alpha })) : [{}];
  const units = members.flatMap((name) => {
    const { units: count, filters } = document.nodes[name]!.params;
    return /(predictions|conv_preds)$/.test(name) ? [count ?? filters ?? null] : [];
  });
  const tops = units.filter((count) => typeof count === 'number').map((classes) => ({ includeTop: true, classes }));
  const ends = (['none', 'avg', 'max'] as const).map((pooling) => ({ includeTop: false, pooling }));
  return widths.flatMap((width) => [...ends, ...tops].map((end) => ({ ...end, ...width })));
}

const text = ({ type, params }: Node) =>
  JSON.stringify([type, Object.entries(params).toSorted(([a], [b]) => (a < b ? -1 : 1))]);
/** The same type and parameters; what is frozen, and where it stands, may differ. */
export const sameSettings = (one: Node, other: Node) => !one.bypassed && text(one) === text(other);
const wire = ({ from, to, port }: Edge) => `${from}→${to}:${port}`;

function same(document: Document, members: ReadonlySet<string>, inside: ArchitectureBricks, prefix: string): boolean {
  const called = (layer: string) => prefix + layer;
  for (const [layer, node] of Object.entries(inside.nodes)) {
    const there = Object.hasOwn(document.nodes, called(layer)) ? document.nodes[called(layer)]! : undefined;
    if (!there || !members.has(called(layer)) || !sameSettings(there, node)) return false;
  }
  const within = document.edges.filter(({ from, to }) => members.has(from) && members.has(to)).map(wire);
  const wanted = inside.edges.map((edge) => wire({ ...edge, from: called(edge.from), to: called(edge.to) }));
  if (within.toSorted().join() !== wanted.toSorted().join()) return false;
  const into = document.edges.filter(({ from, to }) => !members.has(from) && members.has(to));
  const entries = inside.entries.map(({ to, port }) => `${called(to)}:${port}`);
  const out = document.edges.filter(({ from, to }) => members.has(from) && !members.has(to));
  return (
    new Set(into.map(({ from }) => from)).size <= 1 &&
    (into.length === 0 ||
      into
        .map(({ to, port }) => `${to}:${port}`)
        .toSorted()
        .join() === entries.toSorted().join()) &&
    out.every(({ from }) => from === called(inside.exit))
  );
}

/** Which layers are trained, as a backbone's parameters say it. */
function selection(trained: readonly boolean[], layers: readonly string[], chain: boolean): Record<string, Json> {
  const first = trained.indexOf(true);
  if (trained.every(Boolean) || first < 0) return { trainableLayers: 'all' };
  if (chain && trained.slice(first).every(Boolean)) return { trainableLayers: 'from', trainableFrom: layers[first]! };
  return { trainableLayers: 'named', trainableNames: layers.filter((_, index) => trained[index]) };
}

/** Puts a block that still is an architecture back into one brick of that name; weights and freezing are kept. */
export function foldBackbone(block: string, library: Library): Edit {
  return (document) => {
    const found = architectureOf(document, block, library);
    const brick = Object.values(library.bricks).find(({ nested, params }) => nested && 'architecture' in params);
    if (!found || !brick) return document;
    const { architecture, options, inside, prefix } = found;
    const layers = Object.keys(inside.nodes);
    const trained = layers.map((layer) => document.nodes[prefix + layer]!.trainable);
    const chain = inside.edges.every(({ from, to }) => layers.indexOf(to) === layers.indexOf(from) + 1);
    const { weights, ...rest } = document;
    const start = weights && (weights.architecture === architecture || weights.source === 'file') ? weights : undefined;
    const members = new Set(layers.map((layer) => prefix + layer));
    const { at, stacked } = document.nodes[prefix + inside.entries[0]!.to]!;
    const node: Node = {
      type: brick.type,
      params: {
        ...(initialParams(brick) as Record<string, Json>),
        architecture,
        ...options,
        ...(start ? { weights: start.source, weightsFile: start.file } : {}),
        ...selection(trained, layers, chain),
      },
      trainable: trained.some(Boolean),
      ...(stacked ? { stacked } : {}),
      at,
    };
    const [first] = Object.keys(document.nodes).filter((name) => members.has(name));
    const nodes = Object.entries(document.nodes).flatMap(([name, value]): [string, Node][] =>
      name === first ? [[block, node]] : members.has(name) ? [] : [[name, value]],
    );
    const seen = new Set<string>();
    const edges = document.edges
      .filter(({ from, to }) => !(members.has(from) && members.has(to)))
      .map((edge) => {
        if (members.has(edge.to)) return { from: edge.from, to: block, port: 0 };
        return members.has(edge.from) ? { ...edge, from: block } : edge;
      })
      .filter((edge) => !seen.has(wire(edge)) && seen.add(wire(edge)));
    const gone = blocksInside(document, block);
    const around = document.blocks[block]!.parent;
    const blocks = Object.fromEntries(
      Object.entries(document.blocks)
        .filter(([name]) => !gone.has(name))
        .map(([name, value]) => [name, name === around ? { ...value, nodes: [...value.nodes, block] } : value]),
    );
    const folded = { ...rest, nodes: Object.fromEntries(nodes), edges, blocks };
    return weights && !start ? { ...folded, weights } : folded;
  };
}
