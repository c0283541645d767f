/** Between cells: a letter, or any number of spaces. */
export type Separator = ',' | ';' | '\t' | '|' | ' ';
export const separators: readonly Separator[] = [' ', '\t', ';', ',', '|'];

/** Cells of a line with spaces between them; quotation marks hold a cell together. */
const spaced = (line: string): string[] =>
  Array.from(line.matchAll(/"([^"]*)"|\S+/g), ([whole, quoted]) => quoted ?? whole);

/** Where the cell that opens with the mark at `open` ends: its closing mark, or -1 where that is no end of a cell. */
function closing(line: string, open: number, separator: string): number {
  for (let close = line.indexOf('"', open + 1); close >= 0; close = line.indexOf('"', close + 1)) {
    if (line[close + 1] === '"') {
      close++;
      continue;
    }
    let after = close + 1;
    while (line[after] === ' ') after++;
    return after === line.length || line[after] === separator ? close : -1;
  }
  return -1;
}

/**
 * The cells of one line. What is wholly in quotation marks loses them; a mark that does not close at a cell's end is a
 * letter: `stray` is called.
 */
export function splitLine(line: string, separator: Separator, stray?: () => void): string[] {
  if (separator === ' ') return spaced(line);
  if (!line.includes('"')) return line.split(separator);
  const cells: string[] = [];
  for (let at = 0; at <= line.length;) {
    let open = at;
    while (line[open] === ' ') open++;
    const close = line[open] === '"' ? closing(line, open, separator) : -1;
    if (line[open] === '"' && close < 0) stray?.();
    const end = line.indexOf(separator, close < 0 ? at : close);
    const until = end < 0 ? line.length : end;
    cells.push(close < 0 ? line.slice(at, until) : line.slice(open + 1, close).replaceAll('""', '"'));
    at = until + 1;
  }
  return cells;
}
