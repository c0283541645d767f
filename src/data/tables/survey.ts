import { type ColumnFacts, columnFacts } from './columns/columnFacts';
import { ColumnTally, hashOf } from './columns/columnTally';
import { headerOf } from './columns/header';
import type { DecimalMark } from './columns/numberCell';
import { type FoundTarget, targetOf } from './columns/target';
import { ByteTally, type Encoding, type FoundEncoding } from './reading/encoding';
import { type FaultCode, Faults, type Met } from './reading/fault';
import { type Layout, layoutOf, sampleLength } from './reading/layout';
import { type NotText, notText } from './reading/notText';
import { type Reading, bytesOf, textOf } from './reading/pieces';
import type { Separator } from './reading/splitLine';
import { readRows } from './reading/tableRows';
import { TableError } from './tableTrouble';

/** What somebody has said about a file; the rest is found. */
export interface Said {
  readonly encoding?: Encoding;
  readonly separator?: Separator;
  readonly decimal?: DecimalMark;
  readonly header?: boolean;
}

/** How a file is read. */
export interface HowRead {
  readonly encoding: Encoding;
  readonly layout: Layout;
  readonly decimal: DecimalMark;
  /** Do names stand in the first row? */
  readonly header: boolean;
}

/** What is in a file, seen once from beginning to end; nothing of it is kept. */
export interface Survey {
  readonly how: HowRead;
  readonly sure: { readonly encoding: boolean; readonly header: boolean };
  /** Line of the first letter that is none in this encoding. */
  readonly brokenLine: number | null;
  readonly rows: number;
  readonly columns: readonly ColumnFacts[];
  readonly target: FoundTarget | null;
  readonly preview: readonly { readonly line: number; readonly cells: readonly string[] }[];
  /** Rows that were there before; of the first million. */
  readonly duplicates: Met;
  readonly faults: Readonly<Partial<Record<FaultCode, Met>>>;
  /** The first row with another number of cells. */
  readonly ragged: { readonly line: number; readonly got: number } | null;
}

const previewRows = 100;
const mostHashes = 1_000_000;

/** Part of a reading that itself is only a part. */
const partOf = ({ progress, signal }: Reading, from: number, to: number): Reading => ({
  progress: (share) => progress(from + share * (to - from)),
  signal,
});

async function encodingIn(file: Blob, name: string, reading: Reading): Promise<FoundEncoding> {
  const tally = new ByteTally();
  let first: NotText | null | undefined;
  for await (const bytes of bytesOf(file, reading)) {
    if (first === undefined) {
      first = notText(bytes, name);
      if (first !== null) throw new TableError({ code: 'notText', is: first });
    }
    tally.push(bytes);
  }
  const found = tally.found();
  if (!found.encoding.startsWith('utf-16') && tally.binary()) throw new TableError({ code: 'notText', is: 'binary' });
  return found;
}

/** The line of a byte, counted from 1. */
async function lineOf(file: Blob, byte: number): Promise<number> {
  let line = 1;
  const reading = { progress: () => undefined, signal: new AbortController().signal };
  for await (const bytes of bytesOf(file.slice(0, byte), reading)) for (const each of bytes) if (each === 10) line++;
  return line;
}

async function beginningOf(file: Blob, encoding: Encoding, signal: AbortSignal): Promise<string> {
  let text = '';
  for await (const piece of textOf(file, encoding, { progress: () => undefined, signal })) {
    text += piece;
    if (text.length >= sampleLength) break;
  }
  return text;
}

/** The mark by which most cells are numbers; where both do, a point. Three digits behind every comma are thousands. */
function decimalIn(tallies: readonly ColumnTally[], layout: Layout): DecimalMark {
  let points = 0;
  let commas = 0;
  for (const tally of tallies) {
    points += tally.by('.').numbers?.count ?? 0;
    commas += tally.by(',').numbers?.count ?? 0;
  }
  const divided = layout.format === 'separated' && layout.separator === ';';
  const marked = tallies.some((tally) => tally.by(',').numbers !== tally.by('.').numbers);
  return commas > points || (commas === points && divided && marked) ? ',' : '.';
}

/**
 * Looks through a whole file: how it is to be read, what its columns are, which of them is the answer, what is odd. Rejects
 * with `TableError`, or with the signal's reason when it was cancelled.
 */
export async function surveyOf(file: Blob, name: string, said: Said, reading: Reading): Promise<Survey> {
  if (file.size === 0) throw new TableError({ code: 'empty' });
  const found = await encodingIn(file, name, partOf(reading, 0, 0.2));
  const encoding = said.encoding ?? found.encoding;
  const sample = await beginningOf(file, encoding, reading.signal);
  if (sample.trim() === '') throw new TableError({ code: 'empty' });
  const layout = layoutOf(sample, sample.length < sampleLength, said.separator ?? null);
  const width = layout.format === 'jsonLines' ? layout.keys.length : layout.columns;
  if (width < 2) throw new TableError({ code: 'oneColumn' });
  const room = {
    values: Math.max(24, Math.min(1001, Math.floor(400_000 / width))),
    drawn: Math.max(100, Math.min(10_000, Math.floor(2_000_000 / width))),
  };
  const tallies = Array.from({ length: width }, () => new ColumnTally(room));
  const faults = new Faults();
  const rows: { line: number; cells: string[] }[] = [];
  const seen = new Set<number>();
  const twice = { count: 0, lines: [] as number[] };
  let count = 0;
  let held: { line: number; cells: string[] } | null = null;
  const tallied = (cells: readonly string[], line: number) => {
    count++;
    let hash = 0;
    let other = 7;
    for (let column = 0; column < width; column++) {
      const cell = cells[column]!;
      const own = hashOf(cell);
      hash = (Math.imul(hash, 31) + own) >>> 0;
      other = (Math.imul(other ^ own, 0x85ebca6b) ^ (other >>> 13)) >>> 0;
      tallies[column]!.add(cell, own, line);
    }
    // So many bits as a number holds.
    const whole = (other % 2 ** 20) * 2 ** 32 + hash;
    if (seen.has(whole)) {
      twice.count++;
      if (twice.lines.length < 5) twice.lines.push(line);
    } else if (seen.size < mostHashes) seen.add(whole);
    if (rows.length < previewRows) rows.push({ line, cells: [...cells] });
  };
  const begin = layout.format === 'jsonLines';
  await readRows(
    file,
    { encoding, layout },
    (given, line) => {
      const cells = given.map((cell) => cell.trim());
      if (held === null && !begin) held = { line, cells };
      else tallied(cells, line);
    },
    faults,
    partOf(reading, 0.2, 1),
  );
  const first = held as { line: number; cells: string[] } | null;
  const decimal = said.decimal ?? decimalIn(tallies, layout);
  const guess = first === null ? { header: true, sure: true } : headerOf(first.cells, tallies, decimal);
  const named = begin || (said.header ?? guess.header) || (layout.format === 'separated' && layout.namedRows);
  if (!named && first !== null) {
    tallied(first.cells, first.line);
    rows.pop();
    rows.unshift({ line: first.line, cells: first.cells });
  }
  const names = begin ? (layout as { keys: readonly string[] }).keys : named ? first!.cells : [];
  const columns = tallies.map((tally, place) =>
    columnFacts(tally, named ? (names[place] ?? '') : `x${place + 1}`, place, decimal),
  );
  return {
    how: { encoding, layout, decimal, header: named && !begin },
    sure: { encoding: said.encoding !== undefined || found.sure, header: said.header !== undefined || guess.sure },
    brokenLine: found.broken === null || said.encoding !== undefined ? null : await lineOf(file, found.broken),
    rows: count,
    columns,
    target: targetOf(columns),
    preview: rows,
    duplicates: twice,
    faults: faults.all(),
    ragged: faults.first('ragged'),
  };
}
