import type { Document } from './document';

/** Would a wire from → to close a circle? Bypassed bricks count: they may be switched on again. */
export function closesCircle({ edges }: Pick<Document, 'edges'>, from: string, to: string): boolean {
  return downstream({ edges }, [to]).has(from);
}

/** These bricks and everything that their outputs reach. */
export function downstream({ edges }: Pick<Document, 'edges'>, names: Iterable<string>): ReadonlySet<string> {
  const forward = new Map<string, string[]>();
  for (const { from, to } of edges) {
    const targets = forward.get(from);
    if (targets) targets.push(to);
    else forward.set(from, [to]);
  }
  const seen = new Set(names);
  const queue = [...seen];
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    for (const target of forward.get(name) ?? []) {
      if (!seen.has(target)) queue.push(target);
      seen.add(target);
    }
  }
  return seen;
}

/** Do wires run in a circle somewhere? */
export function hasCircle({ edges }: Pick<Document, 'edges'>): boolean {
  const forward = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const { from, to } of edges) {
    forward.set(from, [...(forward.get(from) ?? []), to]);
    open.set(from, open.get(from) ?? 0).set(to, (open.get(to) ?? 0) + 1);
  }
  const free = [...open].flatMap(([name, count]) => (count === 0 ? [name] : []));
  let settled = 0;
  for (let name = free.pop(); name !== undefined; name = free.pop()) {
    settled++;
    for (const target of forward.get(name) ?? []) {
      open.set(target, open.get(target)! - 1);
      if (open.get(target) === 0) free.push(target);
    }
  }
  return settled < open.size;
}
