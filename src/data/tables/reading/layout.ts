import { LineEnds } from './lines';
import { keysOf, objectOf, onlyBrackets } from './jsonLines';
import { Rows } from './rows';
import { type Separator, separators } from './splitLine';

/** How the rows of a file lie. */
export type Layout =
  | {
      readonly format: 'separated';
      readonly separator: Separator;
      /** Cells of a row. */
      readonly columns: number;
      /** The first row has a cell less: names of the columns above rows that begin with a name of their own. */
      readonly namedRows: boolean;
    }
  | { readonly format: 'jsonLines'; readonly keys: readonly string[] };

interface Trial {
  readonly separator: Separator;
  readonly columns: number;
  /** Rows with so many cells, of 1. */
  readonly share: number;
}

function rowsIn(text: string, separator: Separator, columns: number): string[][] {
  const rows: string[][] = [];
  const splitter = new Rows(separator, columns, { row: (cells) => rows.push(cells), fault: () => undefined });
  splitter.push(text);
  splitter.end();
  return rows.filter(([first = '']) => !first.trimStart().startsWith('#'));
}

function mostFrequent(numbers: readonly number[]): number {
  const counts = new Map<number, number>();
  for (const number of numbers) counts.set(number, (counts.get(number) ?? 0) + 1);
  return [...counts].toSorted(([a, many], [b, few]) => few - many || b - a)[0]?.[0] ?? 0;
}

function tried(text: string, separator: Separator): Trial {
  // How many there are is not known yet: lines are counted one by one.
  const lines = text.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('#'));
  const guessed = mostFrequent(lines.map((line) => line.split(separator).length));
  const rows = rowsIn(text, separator, guessed);
  const columns = mostFrequent(rows.map(({ length }) => length));
  const right = rows.filter((row) => row.length === columns || row.slice(columns).every((cell) => cell === '')).length;
  return { separator, columns, share: rows.length === 0 ? 0 : right / rows.length };
}

/** Do spaces stand between numbers, rather than words? Asked first, since tabs may stand among them. */
function spaced(text: string): boolean {
  const cells = rowsIn(text, ' ', 0).flat();
  return (
    cells.filter((cell) => /^[-+]?(\d+([.,]\d+)?|[.,]\d+)(e[-+]?\d+)?$|^\?$/i.test(cell)).length > cells.length * 0.6
  );
}

/** How many rows tell how a table lies, at most; and how many letters of it. */
const mostRows = 2000;
export const sampleLength = 400_000;

/** The first lines of a file, whole ones. */
function wholeLines(sample: string, whole: boolean): string {
  const ends = new LineEnds();
  const text = (ends.push(sample.replace(/^\uFEFF/, '')) + ends.end()).split('\n', mostRows + 1);
  const cut = text.length > mostRows || (!whole && text.length > 1);
  return (cut ? text.slice(0, -1) : text).join('\n');
}

/**
 * How a file's rows lie, from its beginning (`whole`: from all of it). `separator`: where somebody has said it. Of separators
 * that divide all lines alike the first of `separators` is taken: in `1,5;2,5` the commas are those of numbers.
 */
export function layoutOf(sample: string, whole: boolean, separator: Separator | null = null): Layout {
  const text = wholeLines(sample, whole);
  if (separator === null && /^\s*[[{]/.test(text)) {
    const objects = text.split('\n').filter((line) => !onlyBrackets(line));
    const read = objects.map(objectOf).filter((object) => object !== null);
    if (read.length * 2 > objects.length) return { format: 'jsonLines', keys: keysOf(read) };
  }
  const said = /^sep=(.)\n/.exec(text)?.[1];
  const given = separator ?? separators.find((each) => each === said) ?? null;
  const trials = (given === null ? separators : [given]).map((each) => tried(text, each));
  const good = trials.filter(({ columns, separator: own }) => columns > 1 && (own !== ' ' || spaced(text)));
  const [best = trials[0]!] = good.toSorted((a, b) => Math.round(b.share * 50) - Math.round(a.share * 50));
  const rows = rowsIn(text, best.separator, best.columns);
  const others = rows.slice(1);
  const namedRows =
    best.columns > 2 && rows[0]?.length === best.columns - 1 && others.every(({ length }) => length === best.columns);
  return { format: 'separated', separator: best.separator, columns: best.columns, namedRows };
}
