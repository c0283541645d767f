import { type DateOrder, dateOf, looksLikeDate } from './dateCell';
import { isMissing } from './missing';
import { type DecimalMark, measuredOf } from './numberCell';
import { NumberTally } from './numberTally';

const orders: readonly DateOrder[] = ['ymd', 'dmy', 'mdy'];
const mostUnits = 3;

/** How much is kept of a column: less of each where there are many. */
export interface Room {
  readonly values: number;
  readonly drawn: number;
}

/** FNV-1a of a cell's letters. */
export function hashOf(cell: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < cell.length; at++) hash = Math.imul(hash ^ cell.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

/** A cell that is not what most of its column are. */
export interface OddCell {
  readonly line: number;
  readonly value: string;
}

/** What is in a column, cell by cell: enough to guess what it is, under either decimal mark. */
export class ColumnTally {
  count = 0;
  missing = 0;
  firstMissing: number | null = null;
  /** Numbers by the mark before their decimals. */
  private readonly numbers: Record<DecimalMark, NumberTally | null>;
  private readonly oddNumbers: Record<DecimalMark, OddCell | null> = { '.': null, ',': null };
  readonly units = new Map<string, number>();
  readonly dates: Record<DateOrder, number> = { ymd: 0, dmy: 0, mdy: 0 };
  /** Different cells with their counts, in the order in which they came; null: too many. */
  values: Map<string, number> | null = new Map();
  private places = new Map<string, number>();
  /** The same in two columns that have the same cells. */
  hash = 0;
  /** The same in two columns that say the same in other words; only while `values` are kept. */
  pattern = 0;
  words = 0;
  letters = 0;
  longest = 0;
  /** Bits of the hashes seen: how many different cells there are beyond those kept. */
  private seen: Uint8Array | null = null;
  private points = 0;

  constructor(private readonly room: Room) {
    this.numbers = { '.': new NumberTally(room.drawn), ',': null };
  }

  add(cell: string, hash: number, line: number): void {
    this.count++;
    this.hash = (Math.imul(this.hash, 31) + hash) >>> 0;
    this.value(cell, hash);
    if (isMissing(cell)) {
      this.missing++;
      this.firstMissing ??= line;
      return;
    }
    if (this.number(cell, line) || !looksLikeDate(cell)) return;
    for (const order of orders) if (dateOf(cell, order) !== null) this.dates[order]++;
  }

  private value(cell: string, hash: number): void {
    if (this.values !== null) {
      const place = this.places.get(cell) ?? this.places.size;
      if (place === this.places.size) this.places.set(cell, place);
      this.pattern = (Math.imul(this.pattern, 31) + place + 1) >>> 0;
      this.values.set(cell, (this.values.get(cell) ?? 0) + 1);
      if (this.values.size <= this.room.values) return;
      this.seen = new Uint8Array(2 ** 14);
      for (const known of this.values.keys()) this.see(hashOf(known));
      this.values = null;
      this.places = new Map();
    } else this.see(hash);
  }

  private see(hash: number): void {
    // The lower bits of FNV-1a are not mixed well.
    const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 15;
    this.seen![mixed >> 3]! |= 1 << (mixed & 7);
  }

  /** Is it one, with a point before the decimals? */
  private number(cell: string, line: number): boolean {
    const first = cell.charCodeAt(0);
    // Most words begin with a letter, and no number does but infinity.
    const letter = (first >= 65 && first <= 122) || first > 0x3000;
    const point = letter && !/^inf/i.test(cell) ? null : measuredOf(cell, '.');
    if (cell.includes(',') && this.numbers[','] === null && this.points === 0)
      this.numbers[','] = this.numbers['.']!.copy();
    this.taken('.', point, cell, line);
    if (point === null) {
      this.words += cell.split(/\s+/).length;
      this.letters += cell.length;
      if (cell.length > this.longest) this.longest = cell.length;
    } else if (cell.includes('.')) this.points++;
    if (this.numbers[','] === null) {
      if (point === null && !cell.includes(',')) this.oddNumbers[','] ??= { line, value: cell };
      return point !== null;
    }
    this.taken(',', cell.includes(',') || cell.includes('.') ? measuredOf(cell, ',') : point, cell, line);
    return point !== null;
  }

  private taken(mark: DecimalMark, found: ReturnType<typeof measuredOf>, cell: string, line: number): void {
    if (found === null) {
      this.oddNumbers[mark] ??= { line, value: cell };
      return;
    }
    this.numbers[mark]!.add(found.value, line);
    if (mark === '.' && found.unit !== '' && this.units.size <= mostUnits) {
      this.units.set(found.unit, (this.units.get(found.unit) ?? 0) + 1);
    }
  }

  /** Numbers by this mark; where no cell has either mark, both are the same. */
  by(mark: DecimalMark): { readonly numbers: NumberTally | null; readonly odd: OddCell | null } {
    const same = mark === ',' && this.numbers[','] === null && this.points === 0;
    const read = same ? '.' : mark;
    return { numbers: this.numbers[read], odd: this.oddNumbers[read] };
  }

  /** Different cells, those that stand for nothing too; estimated by linear counting where they are many. */
  get distinct(): number {
    if (this.values !== null) return this.values.size;
    const bits = this.seen!.length * 8;
    let empty = 0;
    for (const byte of this.seen!) for (let bit = 0; bit < 8; bit++) if ((byte & (1 << bit)) === 0) empty++;
    return Math.min(this.count, Math.round(-bits * Math.log(Math.max(1, empty) / bits)));
  }
}
