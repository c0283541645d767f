/** What is odd about a file, though it can be read, with the line where it is; lines count from 1. */
export type Fault =
  /** A quotation mark that opens nothing: it is a letter like any other. */
  | { readonly code: 'strayQuote'; readonly line: number }
  /** A cell over two lines that could as well be two rows. */
  | { readonly code: 'quoteAcross'; readonly line: number }
  | { readonly code: 'ragged'; readonly line: number; readonly got: number }
  | { readonly code: 'comment'; readonly line: number }
  /** A line above the table. */
  | { readonly code: 'preamble'; readonly line: number }
  /** JSON lines: no object, or no JSON at all. */
  | { readonly code: 'notJson'; readonly line: number };

export type FaultCode = Fault['code'];

/** How often something was met, and where first. */
export interface Met {
  readonly count: number;
  readonly lines: readonly number[];
}

const shownLines = 5;

/** What was met, by its kind. */
export class Faults {
  private readonly met = new Map<FaultCode, { count: number; lines: number[]; first: Fault }>();

  add(fault: Fault): void {
    const known = this.met.get(fault.code);
    if (known === undefined) {
      this.met.set(fault.code, { count: 1, lines: [fault.line], first: fault });
      return;
    }
    known.count++;
    if (known.lines.length < shownLines) known.lines.push(fault.line);
  }

  first<C extends FaultCode>(code: C): Extract<Fault, { code: C }> | null {
    const known = this.met.get(code);
    return known === undefined ? null : (known.first as Extract<Fault, { code: C }>);
  }

  all(): Readonly<Partial<Record<FaultCode, Met>>> {
    return Object.fromEntries([...this.met].map(([code, { count, lines }]) => [code, { count, lines }]));
  }
}
