import type { Encoding } from './encoding';
import type { Faults } from './fault';
import { cellsOf, objectOf, onlyBrackets } from './jsonLines';
import type { Layout } from './layout';
import { LineEnds } from './lines';
import { type Reading, textOf } from './pieces';
import { Rows } from './rows';

/** Takes the rows of a table, the first one with its names, too. */
export type TakeRow = (cells: string[], line: number) => void;

type Push = (piece: string) => void;

/** Objects, a line each. */
function jsonRows(keys: readonly string[], take: TakeRow, faults: Faults): { push: Push; end: () => void } {
  const ends = new LineEnds();
  let text = '';
  let line = 0;
  const read = (lines: readonly string[]) => {
    for (const each of lines) {
      line++;
      if (onlyBrackets(each)) continue;
      const object = objectOf(each);
      if (object === null) faults.add({ code: 'notJson', line });
      else take(cellsOf(object, keys), line);
    }
  };
  return {
    push(piece) {
      const lines = (text + ends.push(piece)).split('\n');
      text = lines.pop()!;
      read(lines);
    },
    end: () => read([text]),
  };
}

/** Rows of as many cells as the layout says; others are comments, stand above the table, or are ragged. */
function separatedRows(layout: Extract<Layout, { format: 'separated' }>, take: TakeRow, faults: Faults) {
  const { separator, columns, namedRows } = layout;
  let begun = false;
  const row: TakeRow = (cells, line) => {
    if (!begun && namedRows && cells.length === columns - 1) cells.unshift('');
    while (cells.length > columns && cells.at(-1)!.trim() === '') cells.pop();
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    const title = !begun && filled === 1 && columns > (cells.length === columns ? 2 : 1);
    if (cells.length === columns && !title) {
      if (!begun) cells[0] = cells[0]!.replace(/^#\s*/, '');
      begun = true;
      take(cells, line);
    } else if (cells[0]!.trimStart().startsWith('#')) faults.add({ code: 'comment', line });
    else if (title) faults.add({ code: 'preamble', line });
    else {
      // What begins so has no names above it.
      begun = true;
      faults.add({ code: 'ragged', line, got: cells.length });
    }
  };
  const rows = new Rows(separator, columns, { row, fault: (fault) => faults.add(fault) });
  return { push: (piece: string) => rows.push(piece), end: () => rows.end() };
}

/**
 * Reads all rows of a file, one after the other. What is odd is in `faults`; such rows are not taken. Rejects as `bytesOf`.
 */
export async function readRows(
  file: Blob,
  { encoding, layout }: { readonly encoding: Encoding; readonly layout: Layout },
  take: TakeRow,
  faults: Faults,
  reading: Reading,
): Promise<void> {
  const rows =
    layout.format === 'jsonLines' ? jsonRows(layout.keys, take, faults) : separatedRows(layout, take, faults);
  for await (const piece of textOf(file, encoding, reading)) rows.push(piece);
  rows.end();
}
