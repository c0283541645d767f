/** A longer name is not read, but skipped. */
const longestShown = 160;
/** What stands in a sentence may be one of ours: longer ones are somebody's name of thousands of characters. */
const longestSaid = 600;
const ends = { head: 70, tail: 40 } as const;

/** Line breaks and other signs that are no letters: each would break a line of the page. */
const breaks = /[\p{Cc}\u2028\u2029]+/gu;
/** Signs that turn the direction of what follows, far beyond the name. */
const turns = /[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** A name in one line, and in its own direction. */
export const inOneLine = (name: string): string => name.replace(breaks, ' ').replace(turns, '');

/**
 * A name as it is shown: in one line, in its own direction, and one that fills the page is cut in the middle. The document
 * and every file keep it whole.
 */
export const shortName = (name: string): string => cut(inOneLine(name), longestShown);

function cut(name: string, longest: number): string {
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
  if (typeof value === 'string') return cut(value.replace(turns, ''), longestSaid) as T;
  if (Array.isArray(value)) return value.map(inView) as T;
  if (typeof value !== 'object' || value === null || Object.getPrototypeOf(value) !== Object.prototype) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, inView(inner)])) as T;
}
