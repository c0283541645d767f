import { closesCircle, hasCircle } from '../circle';
import type { Document, Edge, Node } from '../document';
import { type Places, itemsOf } from '../items';
import { changeNodes, grounded, settled } from './change';

/**
 * Takes bricks out of the wires around them and closes the gap: what followed takes its input from what came before,
 * and stands where they stood; behind a merge, from the input it stood on or else its first. Wires among the bricks stay.
 */
export function detached(document: Document, names: ReadonlySet<string>, places: Places): Document {
  const incoming = new Map<string, Edge[]>();
  for (const edge of document.edges) {
    const list = incoming.get(edge.to);
    if (list) list.push(edge);
    else incoming.set(edge.to, [edge]);
  }
  const standing = new Set([...itemsOf(document).below.values()].map(({ edge }) => edge));
  const sourceBehind = (name: string): string | undefined => {
    const seen = new Set<string>();
    let current: string | undefined = name;
    while (current !== undefined && names.has(current)) {
      const edges: Edge[] = incoming.get(current) ?? [];
      const first = edges.reduce<Edge | undefined>(
        (best, edge) => (best && best.port <= edge.port ? best : edge),
        undefined,
      );
      if (seen.has(current)) return undefined;
      seen.add(current);
      current = (edges.find((edge) => standing.has(edge)) ?? first)?.from;
    }
    return current;
  };
  let kept: Document = {
    ...document,
    edges: document.edges.filter(({ from, to }) => names.has(from) === names.has(to)),
  };
  const edges: Edge[] = [];
  const port = ({ from, to, port }: Edge) => JSON.stringify([from, to, port]);
  const present = new Set(kept.edges.map(port));
  // A shortcut of ways that were there closes no circle unless there is one.
  const circular = hasCircle(document);
  for (const edge of document.edges) {
    if (names.has(edge.from) === names.has(edge.to)) edges.push(edge);
    if (!names.has(edge.from) || names.has(edge.to)) continue;
    const source = sourceBehind(edge.from);
    if (source === undefined || !Object.hasOwn(document.nodes, source)) continue;
    const closing = { from: source, to: edge.to, port: edge.port };
    if (present.has(port(closing)) || (circular && closesCircle(kept, closing.from, closing.to))) continue;
    present.add(port(closing));
    if (circular) kept = { ...kept, edges: [...kept.edges, closing] };
    edges.push(closing);
  }
  return settled(document, dropped(document, { ...document, edges }, names), places);
}

/** What stood on a brick that left takes over its place in the tower. */
function dropped(before: Document, after: Document, names: ReadonlySet<string>): Document {
  const items = itemsOf(before);
  const gone = (id: string) => items.members.get(id)!.every((name) => names.has(name));
  const grounds = new Map<string, Node['at']>();
  for (const [id, under] of items.below) {
    if (gone(id) || !gone(under.item)) continue;
    let lowest = under.item;
    for (let down = items.below.get(lowest); down && gone(down.item); down = items.below.get(lowest))
      lowest = down.item;
    const left: Node = before.nodes[items.base.get(lowest)!]!;
    if (items.below.has(lowest)) continue;
    grounds.set(items.base.get(id)!, left.at);
  }
  return changeNodes(after, grounds.keys(), (node, name) => grounded(node, grounds.get(name)!));
}
