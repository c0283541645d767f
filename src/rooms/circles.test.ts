import { expect, test } from 'vitest';
import { files, importsOf } from './testHouse';

/** Files that reach each other, by imports of any kind: Tarjan's strongly connected components of more than one file. */
function circlesIn(graph: ReadonlyMap<string, readonly string[]>): string[][] {
  const numbers = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const circles: string[][] = [];
  function visit(name: string): number {
    const number = numbers.size;
    numbers.set(name, number);
    lowest.set(name, number);
    open.push(name);
    for (const next of graph.get(name) ?? []) {
      const reached = numbers.has(next) ? (open.includes(next) ? numbers.get(next)! : number) : visit(next);
      lowest.set(name, Math.min(lowest.get(name)!, reached));
    }
    if (lowest.get(name) === number) {
      const circle = open.splice(open.indexOf(name));
      if (circle.length > 1 || graph.get(name)?.includes(name)) circles.push(circle);
    }
    return lowest.get(name)!;
  }
  for (const name of graph.keys()) if (!numbers.has(name)) visit(name);
  return circles;
}

test('finds circles', () => {
  const graph = { a: ['b'], b: ['c', 'd'], c: ['a'], d: ['e'], e: ['e'], f: ['a', 'd'] };
  const circles = circlesIn(new Map(Object.entries(graph)));
  expect(circles.map((circle) => circle.toSorted().join(''))).toEqual(['e', 'abc']);
});

test('no files import each other in a circle, for their types neither', () => {
  const graph = files.map((name) => [name, importsOf(name).flatMap(({ file }) => file ?? [])] as const);
  expect(circlesIn(new Map(graph))).toEqual([]);
});
