/** The name that takes the fewest insertions, deletions and changes to make of `given` (Levenshtein); null for no names. */
export function nearestName(given: string, names: readonly string[]): string | null {
  let nearest: string | null = null;
  let fewest = Infinity;
  for (const name of names) {
    const changes = distance(given.slice(0, 100), name.slice(0, 100));
    if (changes < fewest) [nearest, fewest] = [name, changes];
  }
  return nearest;
}

function distance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, column) => column);
  for (let line = 1; line <= one.length; line++) {
    const next = [line];
    for (let column = 1; column <= other.length; column++) {
      const change = one[line - 1] === other[column - 1] ? 0 : 1;
      next.push(Math.min(row[column]! + 1, next[column - 1]! + 1, row[column - 1]! + change));
    }
    row = next;
  }
  return row[other.length]!;
}
