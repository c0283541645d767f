/** Deeper nesting than any document has. */
const deepest = 100;

interface Inside {
  readonly value: object;
  readonly where: string;
  readonly keys: string[];
}

/**
 * Where plain data is no JSON, as a path; null where it is. The browser's database keeps more than JSON has: circles,
 * which no reader gets through, large integers, and any depth. Without recursion.
 */
export function notJsonAt(value: unknown): string | null {
  const around = new Set<object>();
  const known = new Set<object>();
  const path: Inside[] = [];
  const enter = (inner: unknown, where: string): boolean => {
    if (typeof inner !== 'object' || inner === null)
      return ['string', 'number', 'boolean', 'undefined', 'object'].includes(typeof inner);
    if (known.has(inner)) return true;
    if (around.has(inner) || path.length >= deepest) return false;
    around.add(inner);
    path.push({ value: inner, where, keys: Object.keys(inner) });
    return true;
  };
  if (!enter(value, 'file')) return 'file';
  for (let inside = path.at(-1); inside; inside = path.at(-1)) {
    const key = inside.keys.pop();
    if (key === undefined) {
      path.pop();
      around.delete(inside.value);
      known.add(inside.value);
      continue;
    }
    const where = inside.where === 'file' ? key : `${inside.where}.${key}`;
    if (!enter((inside.value as Readonly<Record<string, unknown>>)[key], where)) return where;
  }
  return null;
}
