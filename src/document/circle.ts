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
