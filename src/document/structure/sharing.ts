import type { Document, Node } from '../document';

/**
 * A layer that is called several times stands once for each call: all but the first brick carry `sharesWith`, the name of
 * the first, and have its type, settings and training, for there is one layer with one set of weights.
 */

/** The first use of a brick's layer, by name: its own where it shares nothing. */
export const firstUse = (name: string, { sharesWith }: Pick<Node, 'sharesWith'>): string => sharesWith ?? name;

/** All uses of a brick's layer, by name, in the document's order; the brick alone where it shares nothing. */
export function usesOf({ nodes }: Document, name: string): readonly string[] {
  const node = Object.hasOwn(nodes, name) ? nodes[name] : undefined;
  if (!node) return [];
  const first = firstUse(name, node);
  return Object.keys(nodes).filter((each) => firstUse(each, nodes[each]!) === first);
}

const isShared = ({ sharesWith }: Node) => sharesWith !== undefined;

/** A brick with weights of its own. */
export function unshared(node: Node): Node {
  if (!isShared(node)) return node;
  const { sharesWith: _, ...own } = node;
  return own;
}

/** The brick as one more use of the first. */
function useOf(node: Node, first: string, { type, params, trainable }: Node): Node {
  const same = node.type === type && node.params === params && node.trainable === trainable;
  return same && node.sharesWith === first ? node : { ...node, type, params, trainable, sharesWith: first };
}

/** Uses in order, where a file has them otherwise: a first use that is not there, a chain or a circle of them. */
export function sharingRepaired(document: Document): Document {
  const { nodes } = document;
  const shared = Object.keys(nodes).filter((name) => isShared(nodes[name]!));
  if (shared.length === 0) return document;
  const next: Record<string, Node> = { ...nodes };
  for (const name of shared) {
    const first = endOf(nodes, name);
    next[name] = first === null ? unshared(nodes[name]!) : useOf(nodes[name]!, first, nodes[first]!);
  }
  return shared.every((name) => next[name] === nodes[name]) ? document : { ...document, nodes: next };
}

/** Where the trail of a use ends; null where it leads nowhere, or back. */
function endOf(nodes: Document['nodes'], from: string): string | null {
  const seen = new Set([from]);
  let name = from;
  for (;;) {
    const node = Object.hasOwn(nodes, name) ? nodes[name] : undefined;
    if (!node) return null;
    if (node.sharesWith === undefined) return name;
    name = node.sharesWith;
    if (seen.has(name)) return null;
    seen.add(name);
  }
}

/**
 * After an edit: what was changed at one use is changed at all of them; where the first is gone, the next is the first;
 * a new name of the first is known to the others.
 */
export function sharingKept(before: Document, after: Document): Document {
  if (after === before || !Object.values(after.nodes).some(isShared)) return after;
  const nodes: Record<string, Node> = { ...after.nodes };
  const groups = new Map<string, string[]>();
  for (const name of Object.keys(nodes)) {
    const { sharesWith } = nodes[name]!;
    if (sharesWith === undefined) continue;
    const group = groups.get(sharesWith);
    if (group) group.push(name);
    else groups.set(sharesWith, [name]);
  }
  for (const [named, others] of groups) {
    const renamed = Object.hasOwn(nodes, named) ? named : renamedTo(before, after, named);
    const first = renamed ?? others[0]!;
    nodes[first] = unshared(nodes[first]!);
    const uses = [first, ...others.filter((name) => name !== first)];
    const changed = uses.find((name) => isChanged(before.nodes[name], nodes[name]!)) ?? first;
    const { type, params, trainable } = nodes[changed]!;
    if (changed !== first) nodes[first] = { ...nodes[first]!, type, params, trainable };
    for (const name of uses.slice(1)) nodes[name] = useOf(nodes[name]!, first, nodes[first]!);
  }
  return sharingRepaired({ ...after, nodes });
}

/** Was the use there, and is it another layer now? */
const isChanged = (was: Node | undefined, is: Node) =>
  was !== undefined && (was.type !== is.type || was.params !== is.params || was.trainable !== is.trainable);

/** What a brick that is not there any more is called now: it is the same brick. */
function renamedTo(before: Document, after: Document, name: string): string | null {
  const node = Object.hasOwn(before.nodes, name) ? before.nodes[name] : undefined;
  if (!node) return null;
  const others = Object.entries(after.nodes);
  return others.find(([other, each]) => each === node && !Object.hasOwn(before.nodes, other))?.[0] ?? null;
}
