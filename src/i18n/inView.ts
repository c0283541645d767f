/** Longer texts are no sentence of ours but somebody's name of thousands of characters. */
const longest = 600;
const ends = { head: 70, tail: 40 } as const;

/** A name as it is shown: one that fills the page is cut in the middle. The document and every file keep it whole. */
export function shortName(name: string): string {
  if (name.length <= longest) return name;
  // By characters, so that none is torn: twice as many units hold them.
  const head = Array.from(name.slice(0, 2 * ends.head))
    .slice(0, ends.head)
    .join('');
  const tail = Array.from(name.slice(-2 * ends.tail))
    .slice(-ends.tail)
    .join('');
  return `${head}…${tail}`;
}

/** Plain data with every name in it as it is shown. */
export function inView<T>(value: T): T {
  if (typeof value === 'string') return shortName(value) as T;
  if (Array.isArray(value)) return value.map(inView) as T;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inView(inner)])) as T;
}
