import type { ClassValue, Value } from './value';

/** A member of a class or of those it is made from. */
export function member(owner: ClassValue, name: string, depth = 0): Value | undefined {
  if (depth > 20) return undefined;
  const own = owner.members.get(name);
  if (own) return own;
  for (const base of owner.bases) {
    const found = base.kind === 'class' ? member(base, name, depth + 1) : undefined;
    if (found) return found;
  }
  return undefined;
}
