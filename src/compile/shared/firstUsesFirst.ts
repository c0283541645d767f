import type { Document } from '../../document/document';
import { type Graph, type Sorted, sort } from '../graph';

/**
 * The order in which every layer that is called several times is called by its first use first, whose name is the layer's;
 * null where nothing is shared, or where the first use takes what another one gives.
 */
export function firstUsesFirst({ nodes }: Document, graph: Graph): Sorted | null {
  const there = new Set(graph.names);
  const uses = graph.names.flatMap((name) => {
    const { sharesWith } = nodes[name]!;
    return sharesWith !== undefined && there.has(sharesWith) ? [[sharesWith, name] as const] : [];
  });
  if (uses.length === 0) return null;
  const sources = new Map(graph.sources);
  const consumers = new Map(graph.consumers);
  for (const [first, use] of uses) {
    sources.set(use, [...sources.get(use)!, first]);
    consumers.set(first, [...consumers.get(first)!, use]);
  }
  const sorted = sort({ ...graph, sources, consumers });
  return sorted.order.length === graph.names.length ? sorted : null;
}
