import type { Given, Statement } from './statement';

/** Numbers and what stands between them. */
const tokens = (text: string) => text.match(/\d+|\D+/g) ?? [];
const isNumber = (text: string) => /^\d+$/.test(text);

/** How often each value is taken by these statements and beyond them. */
export function usesOf(statements: readonly Statement[], results: readonly string[]): ReadonlyMap<string, number> {
  const uses = new Map<string, number>(results.map((result) => [result, 1]));
  for (const { inputs } of statements) for (const input of inputs) uses.set(input, (uses.get(input) ?? 0) + 1);
  return uses;
}

/** Does this statement do nothing but go on from the one before, whose value nothing else takes? */
export function follows(next: Statement, before: Statement, uses: ReadonlyMap<string, number>): boolean {
  return next.inputs.length === 1 && next.inputs[0] === before.output && uses.get(before.output) === 1;
}

const sameGiven = (one: readonly Given[], other: readonly Given[]) =>
  one.length === other.length &&
  one.every(({ name, text }, index) => name === other[index]!.name && text === other[index]!.text);

const alike = (one: Statement, other: Statement) =>
  one.callee === other.callee &&
  one.form === other.form &&
  one.note === null &&
  other.note === null &&
  one.layer === null &&
  other.layer === null &&
  one.loop === null &&
  other.loop === null &&
  one.blocks.join('\n') === other.blocks.join('\n') &&
  sameGiven(one.given, other.given);

/** The place in the name that counts up from one to the other; null where more than that is different. */
function countingPlace(one: Statement, other: Statement): number | null {
  const [a, b] = [tokens(one.name ?? ''), tokens(other.name ?? '')];
  if (a.length !== b.length) return null;
  const places = a.flatMap((token, place) => (token === b[place] ? [] : [place]));
  const [place] = places;
  if (place === undefined || places.length > 1 || !isNumber(a[place]!) || !isNumber(b[place]!)) return null;
  return Number(b[place]) === Number(a[place]) + 1 && a[place]![0] !== '0' ? place : null;
}

/** The same call several times in a row, under names that count up, is one in a loop. */
export function withLoops(statements: readonly Statement[], results: readonly string[]): Statement[] {
  const uses = usesOf(statements, results);
  const found: Statement[] = [];
  for (let from = 0; from < statements.length;) {
    const first = statements[from]!;
    let to = from + 1;
    let place: number | null = null;
    for (; to < statements.length; to++) {
      const [before, next] = [statements[to - 1]!, statements[to]!];
      if (!alike(first, next) || !follows(next, before, uses)) break;
      const here = countingPlace(before, next);
      if (here === null || (place !== null && here !== place)) break;
      place = here;
    }
    found.push(place === null ? first : looped(statements.slice(from, to), place));
    from = to;
  }
  return found;
}

function looped(members: readonly Statement[], place: number): Statement {
  const [first, last] = [members[0]!, members.at(-1)!];
  const parts = tokens(first.name!);
  const start = Number(parts[place]);
  const name = parts.map((token, at) => (at === place ? '{index}' : token)).join('');
  return {
    ...first,
    name,
    output: last.output,
    loop: { from: start, count: String(members.length) },
    shapes: { in: first.shapes.in, out: last.shapes.out },
  };
}
