import type { Document } from '../document/document';

export { closesCircle } from '../document/circle';

/** The wires of a document with bypassed bricks taken out. */
export interface Graph {
  /** Every node that is there and not bypassed, in document order. */
  readonly names: readonly string[];
  /** Sources by port; a hole is a missing input. */
  readonly sources: ReadonlyMap<string, readonly (string | undefined)[]>;
  readonly consumers: ReadonlyMap<string, readonly string[]>;
  /** Every bypassed node with the brick whose output stands for its own; undefined where the trail ends. */
  readonly bypassed: ReadonlyMap<string, string | undefined>;
}

export function graphOf(document: Document): Graph {
  const incoming = new Map<string, string[]>();
  for (const { from, to, port } of document.edges) {
    const ports = incoming.get(to) ?? [];
    ports[port] ??= from;
    incoming.set(to, ports);
  }
  const all = Object.keys(document.nodes);
  const names = all.filter((name) => !document.nodes[name]!.bypassed);
  const present = new Set(names);
  const bypassed = new Map<string, string | undefined>();
  /** Follows bypassed bricks down to the brick that really feeds a wire. */
  const through = (start: string): string | undefined => {
    const trail: string[] = [];
    let current: string | undefined = start;
    while (current !== undefined && !present.has(current) && !bypassed.has(current)) {
      // A circle of bypassed bricks ends here: its first brick is already known to lead nowhere.
      bypassed.set(current, undefined);
      trail.push(current);
      current = incoming.get(current)?.find((source) => source !== undefined);
    }
    const found = current === undefined || present.has(current) ? current : bypassed.get(current);
    for (const name of trail) bypassed.set(name, found);
    return found;
  };
  const sources = new Map<string, (string | undefined)[]>();
  const consumers = new Map<string, string[]>(names.map((name) => [name, []]));
  for (const name of names) {
    const list = Array.from(incoming.get(name) ?? [], (source) => (source === undefined ? undefined : through(source)));
    sources.set(name, list);
    for (const source of list) if (source !== undefined) consumers.get(source)!.push(name);
  }
  for (const name of all) if (!present.has(name)) through(name);
  return { names, sources, consumers, bypassed };
}

export interface Sorted {
  readonly order: readonly string[];
  /** Exactly the bricks on a circle, not those behind it. */
  readonly cycles: readonly (readonly string[])[];
  readonly behindCycles: readonly string[];
}

/** Kahn's algorithm, stable in document order; leftovers are split into circles and what only lies behind them. */
export function sort({ names, sources, consumers }: Graph): Sorted {
  const waiting = new Map(names.map((name) => [name, (sources.get(name) ?? []).filter((s) => s !== undefined).length]));
  const order = names.filter((name) => waiting.get(name) === 0);
  for (let next = 0; next < order.length; next++) {
    for (const consumer of consumers.get(order[next]!) ?? []) {
      const left = waiting.get(consumer)! - 1;
      waiting.set(consumer, left);
      if (left === 0) order.push(consumer);
    }
  }
  if (order.length === names.length) return { order, cycles: [], behindCycles: [] };
  const placed = new Set(order);
  const rest = new Set(names.filter((name) => !placed.has(name)));
  const cycles = circles(rest, consumers);
  const onCircle = new Set(cycles.flat());
  return { order, cycles, behindCycles: [...rest].filter((name) => !onCircle.has(name)) };
}

/** Strongly connected parts of two bricks or more, or a brick wired to itself (Tarjan, without recursion). */
function circles(rest: ReadonlySet<string>, consumers: ReadonlyMap<string, readonly string[]>): string[][] {
  const index = new Map<string, number>();
  const low = new Map<string, number>();
  const stack: string[] = [];
  const onStack = new Set<string>();
  const found: string[][] = [];
  const next = (name: string) => (consumers.get(name) ?? []).filter((consumer) => rest.has(consumer));
  for (const root of rest) {
    if (index.has(root)) continue;
    const work: { name: string; todo: string[] }[] = [];
    const enter = (name: string) => {
      index.set(name, index.size);
      low.set(name, index.get(name)!);
      stack.push(name);
      onStack.add(name);
      work.push({ name, todo: next(name) });
    };
    enter(root);
    while (work.length > 0) {
      const { name, todo } = work.at(-1)!;
      const child = todo.pop();
      if (child !== undefined) {
        if (!index.has(child)) enter(child);
        else if (onStack.has(child)) low.set(name, Math.min(low.get(name)!, index.get(child)!));
        continue;
      }
      work.pop();
      const below = work.at(-1);
      if (below) low.set(below.name, Math.min(low.get(below.name)!, low.get(name)!));
      if (low.get(name) !== index.get(name)) continue;
      const part: string[] = [];
      let member: string;
      do {
        member = stack.pop()!;
        onStack.delete(member);
        part.push(member);
      } while (member !== name);
      if (part.length > 1 || next(name).includes(name)) found.push(part.reverse());
    }
  }
  return found;
}
