import { follows, usesOf } from './runs';
import type { Statement } from './statement';

/** A stretch of statements that could be a call. */
export interface Place {
  readonly from: number;
  readonly to: number;
}

const longestChain = 8;

/** Chains of 2 … 8 statements, each going on from the one before. */
export function chains(statements: readonly Statement[], uses: ReadonlyMap<string, number>): Place[] {
  const linked = statements.map((statement, at) => {
    const before = statements[at - 1];
    return before !== undefined && follows(statement, before, uses) && statement.blocks.join() === before.blocks.join();
  });
  return statements.flatMap((_, from) => {
    const places: Place[] = [];
    for (let to = from + 1; to < statements.length && linked[to] && to - from < longestChain; to++) {
      places.push({ from, to: to + 1 });
    }
    return places;
  });
}

/** The blocks, as far as their statements stand together and hand on one value. */
export function blocks(statements: readonly Statement[], uses: ReadonlyMap<string, number>): Place[] {
  const paths = new Map<string, number[]>();
  statements.forEach(({ blocks: around }, at) => {
    around.forEach((_, depth) => {
      const key = around.slice(0, depth + 1).join('\n');
      paths.set(key, [...(paths.get(key) ?? []), at]);
    });
  });
  return [...paths.values()].flatMap((members) => {
    const [from, to] = [members[0]!, members.at(-1)! + 1];
    if (to - from !== members.length || to - from < 2) return [];
    const inside = statements.slice(from, to);
    const own = usesOf(inside, []);
    const alone = inside.slice(0, -1).every(({ output }) => own.get(output) === uses.get(output));
    return alone ? [{ from, to }] : [];
  });
}

/** The path that the blocks of these statements share. */
export function shared(members: readonly Statement[]): readonly string[] {
  const [first] = members;
  const end = first!.blocks.findIndex((block, depth) => members.some(({ blocks: own }) => own[depth] !== block));
  return end < 0 ? first!.blocks : first!.blocks.slice(0, end);
}

/** Values from elsewhere, in the order in which they are first taken. */
export function outsideOf(statements: readonly Statement[]): string[] {
  const made = new Set<string>();
  const found = new Set<string>();
  for (const { inputs, output } of statements) {
    for (const input of inputs) if (!made.has(input)) found.add(input);
    made.add(output);
  }
  return [...found];
}
