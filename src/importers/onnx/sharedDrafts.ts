import type { Document, Node } from '../../document/document';
import { sharingRepaired } from '../../document/structure/sharing';
import type { Converted } from './convert';
import type { Draft, Weight } from './conversion';

/** Layers that compute with the very same constants of the graph, by name: each but the first with the first. */
export function sharedDrafts({
  drafts,
  origins,
  constants,
}: Pick<Converted, 'drafts' | 'origins' | 'constants'>): ReadonlyMap<string, string> {
  const firsts = new Map<string, Draft>();
  const shares = new Map<string, string>();
  for (const draft of drafts) {
    const given = (origins.get(draft.name)?.inputs ?? []).filter((name) => constants.has(name));
    if (draft.weights.length === 0 || given.length === 0) continue;
    const key = JSON.stringify([draft.className, draft.config, given]);
    const first = firsts.get(key);
    if (first === undefined) firsts.set(key, draft);
    else if (sameWeights(first.weights, draft.weights)) shares.set(draft.name, first.name);
  }
  return shares;
}

/** Numbers may lie in another order, where a picture was flattened, and a sum behind may have become a bias. */
const sameWeights = (one: readonly Weight[], other: readonly Weight[]) =>
  one.length === other.length &&
  one.every(({ shape, values }, at) => {
    const { shape: size, values: numbers } = other[at]!;
    return shape.join() === size.join() && values.every((value, place) => Object.is(value, numbers[place]));
  });

const same = (one: Node, other: Node) =>
  one.type === other.type && JSON.stringify(one.params) === JSON.stringify(other.params);

/** The document of a graph with one layer where the graph computes with the same weights several times. */
export function withSharedWeights(
  document: Document,
  shares: ReadonlyMap<string, string>,
): {
  readonly document: Document;
  /** Of layers with the same weights that are not one, such as with another activation. */ readonly apart: readonly string[];
} {
  if (shares.size === 0) return { document, apart: [] };
  const apart: string[] = [];
  const nodes = Object.entries(document.nodes).map(([name, node]): [string, Node] => {
    const sharesWith = shares.get(name);
    const first = sharesWith === undefined ? undefined : document.nodes[sharesWith];
    if (first === undefined) return [name, node];
    if (same(first, node)) return [name, { ...node, sharesWith: sharesWith! }];
    apart.push(name);
    return [name, node];
  });
  return { document: sharingRepaired({ ...document, nodes: Object.fromEntries(nodes) }), apart };
}
