import type { ColumnTally } from './columnTally';
import { isMissing } from './missing';
import { namesColumn } from './names';
import { type DecimalMark, measuredOf } from './numberCell';

/** Is the first row one of names? */
export interface FoundHeader {
  readonly header: boolean;
  readonly sure: boolean;
}

/** 0, 1, 2 … or 1, 2, 3 …: what pandas writes above columns without names. */
const counted = (cells: readonly string[]) => {
  const begin = Number(cells.find((cell) => /^\d+$/.test(cell)) ?? NaN) - cells.findIndex((cell) => /^\d+$/.test(cell));
  return (
    (begin === 0 || begin === 1) && cells.every((cell, at) => !/^[\d.,-]+$/.test(cell) || cell === String(at + begin))
  );
};

/** How much a column speaks for names in the first row; below 0: against it. */
function evidence(cell: string, body: ColumnTally, mark: DecimalMark, indices: boolean): number {
  const filled = body.count - body.missing;
  if (filled === 0 || isMissing(cell)) return 0;
  const numeric = (body.by(mark).numbers?.count ?? 0) >= filled * 0.8;
  const dated = Math.max(...Object.values(body.dates)) >= filled * 0.8;
  const known = body.values?.has(cell) ?? false;
  const repeated = body.values !== null && body.distinct <= Math.max(2, filled * 0.5) && filled >= 4;
  if (numeric || dated) {
    if (!/^[-+]?[\d.,]/.test(cell) || measuredOf(cell, mark) === null) return /\d{4}[-/.]/.test(cell) ? -1 : 2;
    if (!indices) return -1;
    // A number above classes that is none of them, or a whole one above numbers with decimals.
    const whole = body.by(mark).numbers?.whole ?? false;
    return known ? 0 : repeated || !whole ? 2 : 0.5;
  }
  if (known && repeated) return -3;
  if (namesColumn(cell)) return 3;
  return repeated && !known ? 2 : 0;
}

/** From the first row beside all others. Names differ from each other, and only the first one may be empty. */
export function headerOf(first: readonly string[], body: readonly ColumnTally[], mark: DecimalMark): FoundHeader {
  const cells = first.map((cell) => cell.trim());
  const named = cells.filter((cell) => cell !== '');
  if (new Set(named).size < named.length && !named.some(namesColumn)) return { header: false, sure: named.length > 2 };
  const indices = cells.length > 1 && counted(cells);
  const each = cells.map((cell, at) => evidence(cell, body[at]!, mark, indices));
  const sum = each.reduce((total, one) => total + one, 0);
  return { header: sum > 0, sure: Math.abs(sum) >= 1 };
}
