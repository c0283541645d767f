/** `next`, or `before` where both say the same: data that did not change stays the very same object. */
export function kept<T>(before: T | undefined, next: T): T {
  return before !== undefined && alike(before, next) ? before : next;
}

/** Plain data and maps, in the same order. A shared part is not looked into: comparing costs what was made anew. */
function alike(one: unknown, other: unknown): boolean {
  if (Object.is(one, other)) return true;
  if (Array.isArray(one) && Array.isArray(other))
    return one.length === other.length && one.every((value, index) => alike(value, other[index]));
  if (one instanceof Map && other instanceof Map) return one.size === other.size && alike([...one], [...other]);
  return isRecord(one) && isRecord(other) && alikeRecords(one, other);
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Map);

function alikeRecords(one: Readonly<Record<string, unknown>>, other: Readonly<Record<string, unknown>>): boolean {
  const [keys, others] = [Object.keys(one), Object.keys(other)];
  return (
    keys.length === others.length && keys.every((key, index) => key === others[index] && alike(one[key], other[key]))
  );
}
