export interface Link {
  readonly from: string;
  readonly to: string;
}

interface Flow {
  readonly consumers: ReadonlyMap<string, readonly string[]>;
  /** How many links come in. */
  readonly waiting: Map<string, number>;
}

function flowOf(ids: readonly string[], links: readonly Link[]): Flow {
  const consumers = new Map<string, string[]>(ids.map((id) => [id, []]));
  const waiting = new Map(ids.map((id) => [id, 0]));
  for (const { from, to } of links) {
    if (!consumers.has(from) || !waiting.has(to) || from === to) continue;
    consumers.get(from)!.push(to);
    waiting.set(to, waiting.get(to)! + 1);
  }
  return { consumers, waiting };
}

/**
 * Every id after what it needs, and each branch in one piece: a branch is followed to where it meets another before the
 * next one begins. A circle is entered at its first id.
 */
export function flowOrder(ids: readonly string[], links: readonly Link[]): readonly string[] {
  const { consumers, waiting } = flowOf(ids, links);
  const ready = ids.filter((id) => waiting.get(id) === 0).reverse();
  const order: string[] = [];
  const placed = new Set<string>();
  let first = 0;
  while (order.length < ids.length) {
    while (ready.length === 0 && placed.has(ids[first]!)) first++;
    const id = ready.pop() ?? ids[first]!;
    if (placed.has(id)) continue;
    placed.add(id);
    order.push(id);
    const freed: string[] = [];
    for (const to of consumers.get(id)!) {
      const left = waiting.get(to)! - 1;
      waiting.set(to, left);
      if (left === 0 && !placed.has(to)) freed.push(to);
    }
    ready.push(...freed.reverse());
  }
  return order;
}

/** Longest way from an input to each id; links that close a circle do not count. */
export function ranksOf(ids: readonly string[], links: readonly Link[]): ReadonlyMap<string, number> {
  const { consumers } = flowOf(ids, links);
  const rank = new Map(ids.map((id) => [id, 0]));
  const order = flowOrder(ids, links);
  const place = new Map(order.map((id, index) => [id, index]));
  for (const id of order)
    for (const to of consumers.get(id)!)
      if (place.get(to)! > place.get(id)!) rank.set(to, Math.max(rank.get(to)!, rank.get(id)! + 1));
  return rank;
}
