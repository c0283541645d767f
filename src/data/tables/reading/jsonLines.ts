/** A value of JSON as a cell: what is missing is empty, lists and objects stay JSON. */
function cellOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}

/** The object of a line; null where it is none. A list of objects, one per line, is read as well. */
export function objectOf(line: string): Readonly<Record<string, unknown>> | null {
  const text = line
    .trim()
    .replace(/^\[/, '')
    .replace(/[,\]]+$/, '')
    .trim();
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value)
      ? (value as Readonly<Record<string, unknown>>)
      : null;
  } catch {
    return null;
  }
}

/** Brackets of a list around the lines. */
export const onlyBrackets = (line: string): boolean => /^[\s[\],]*$/.test(line);

/** The keys of some objects, in the order in which they come. */
export const keysOf = (objects: readonly Readonly<Record<string, unknown>>[]): readonly string[] => [
  ...new Set(objects.flatMap((object) => Object.keys(object))),
];

export const cellsOf = (object: Readonly<Record<string, unknown>>, keys: readonly string[]): string[] =>
  keys.map((key) => (Object.hasOwn(object, key) ? cellOf(object[key]) : ''));
