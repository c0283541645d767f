import type { Fault } from './fault';
import { LineEnds } from './lines';
import { type Separator, splitLine } from './splitLine';

/** A quoted cell is not longer than this: an open mark would take in the rest of the file. */
const longestCell = 1_000_000;

export interface RowsTo {
  row(cells: string[], line: number): void;
  fault(fault: Fault): void;
}

/**
 * Rows of text that comes in pieces, with the lines they begin in. Cells may go over lines in quotation marks; where the
 * lines in between look like rows of `columns` cells themselves, the mark is a stray one and nothing is swallowed.
 */
export class Rows {
  private readonly ends = new LineEnds();
  private text = '';
  private line = 1;

  constructor(
    private readonly separator: Separator,
    private readonly columns: number,
    private readonly to: RowsTo,
  ) {}

  push(piece: string): void {
    this.text += this.ends.push(piece);
    this.read(false);
  }

  end(): void {
    this.text += this.ends.end();
    if (this.text !== '' && !this.text.endsWith('\n')) this.text += '\n';
    this.read(true);
  }

  private read(last: boolean): void {
    let at = 0;
    for (;;) {
      const end = this.text.indexOf('\n', at);
      if (end < 0) break;
      const line = this.text.slice(at, end);
      const across = this.separator !== ' ' && line.includes('"') ? this.across(at, end, last) : end;
      if (across === null) break;
      if (across === end) {
        const here = this.line;
        const cells = splitLine(line, this.separator, () => this.to.fault({ code: 'strayQuote', line: here }));
        this.give(cells, 1);
      } else {
        const whole = this.text.slice(at, across);
        this.give(splitLine(whole, this.separator), whole.split('\n').length);
      }
      at = across + 1;
    }
    this.text = this.text.slice(at);
  }

  private give(cells: string[], lines: number): void {
    if (cells.some((cell) => cell.trim() !== '')) this.to.row(cells, this.line);
    this.line += lines;
  }

  /** Where the row that begins at `at` ends: `end`, its line's, or that of a later line; null: what is here does not say. */
  private across(at: number, end: number, last: boolean): number | null {
    let open = this.openCell(at, end);
    let until = end;
    while (open !== null) {
      const close = this.closeOf(open, until);
      if (close === null) return last || this.text.length - open > longestCell ? end : null;
      let after = close + 1;
      while (this.text[after] === ' ') after++;
      if (after >= this.text.length) return last ? end : null;
      const ends = this.text[after] === this.separator || this.text[after] === '\n';
      if (!ends || close - open > longestCell) return end;
      until = this.text.indexOf('\n', after);
      if (until < 0) return last ? end : null;
      open = after === until ? null : this.openCell(after + 1, until);
    }
    return until === end || this.isOne(this.text.slice(at, until)) ? until : end;
  }

  /** The mark that closes the cell opened at `open`, looked for from `from` on; a doubled one is a letter. */
  private closeOf(open: number, from: number): number | null {
    for (let close = this.text.indexOf('"', Math.max(open + 1, from)); close >= 0;) {
      if (this.text[close + 1] !== '"') return close;
      close = this.text.indexOf('"', close + 2);
    }
    return null;
  }

  /** Where a cell opens between `at` and `end` that does not close there; null: none does. */
  private openCell(at: number, end: number): number | null {
    for (let cell = at; cell < end;) {
      let open = cell;
      while (this.text[open] === ' ') open++;
      let from = cell;
      if (this.text[open] === '"') {
        let close = open;
        do {
          close = this.text.indexOf('"', close + 1);
          if (close < 0 || close >= end) return open;
          if (this.text[close + 1] !== '"') break;
          close++;
        } while (close < end);
        if (close >= end) return open;
        let after = close + 1;
        while (this.text[after] === ' ') after++;
        // No end of a cell: a stray mark, which opens nothing.
        if (after < end && this.text[after] !== this.separator) return null;
        from = close;
      }
      const next = this.text.indexOf(this.separator, from);
      if (next < 0 || next >= end) return null;
      cell = next + 1;
    }
    return null;
  }

  /** Is text over several lines one row, rather than as many rows of which two have a stray mark? */
  private isOne(text: string): boolean {
    const lines = text.split('\n');
    if (this.columns < 2 || !lines.every((line) => line.split(this.separator).length === this.columns)) return true;
    if (lines.length > 2 || this.separator === '\t') return false;
    this.to.fault({ code: 'quoteAcross', line: this.line });
    return true;
  }
}
