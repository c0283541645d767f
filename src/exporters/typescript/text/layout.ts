/**
 * Text that knows where it may be broken into lines: Wadler's “A prettier printer”, of which Prettier's own documents are
 * a descendant. `broken`: it holds a line end that must be there.
 */
export type Layout =
  | string
  | { readonly kind: 'parts'; readonly parts: readonly Layout[]; readonly broken: boolean }
  | { readonly kind: 'group'; readonly of: Layout; readonly broken: boolean }
  | { readonly kind: 'indent'; readonly of: Layout; readonly broken: boolean }
  /** Nothing or a space on one line, else the end of the line. */
  | { readonly kind: 'line'; readonly flat: '' | ' '; readonly broken: boolean }
  /** Only where the group around it is broken. */
  | { readonly kind: 'ifBroken'; readonly text: string; readonly broken: false };

const isBroken = (layout: Layout) => typeof layout !== 'string' && layout.broken;

export const softLine: Layout = { kind: 'line', flat: '', broken: false };
export const line: Layout = { kind: 'line', flat: ' ', broken: false };
export const hardLine: Layout = { kind: 'line', flat: '', broken: true };
export const ifBroken = (text: string): Layout => ({ kind: 'ifBroken', text, broken: false });
export const parts = (...all: readonly Layout[]): Layout => ({ kind: 'parts', parts: all, broken: all.some(isBroken) });
export const group = (of: Layout, broken = false): Layout => ({ kind: 'group', of, broken: broken || isBroken(of) });
export const indent = (of: Layout): Layout => ({ kind: 'indent', of, broken: isBroken(of) });
export const joined = (all: readonly Layout[], between: Layout): Layout =>
  parts(...all.flatMap((each, at) => (at === 0 ? [each] : [between, each])));

/** Columns that a text takes: two for each letter of East Asia. */
export function columnsOf(text: string): number {
  const wide = text.match(
    /[\p{sc=Hangul}\p{sc=Han}\p{sc=Hira}\p{sc=Kana}\u3000-\u303e\uff01-\uff60\p{Extended_Pictographic}]/gu,
  );
  const none = text.match(/\p{Mn}|[\u200b\u200c]|\u200d/gu);
  return [...text].length + (wide?.length ?? 0) - (none?.length ?? 0);
}

interface Open {
  readonly depth: number;
  readonly flat: boolean;
  readonly of: Layout;
}

/** Does this, and what follows up to the first place where a line may end, fit into so many columns? */
function fits(next: Open, rest: readonly Open[], columns: number): boolean {
  const open = [next];
  let [left, waiting] = [columns, rest.length];
  while (left >= 0) {
    const here = open.pop() ?? rest[--waiting];
    if (here === undefined) return true;
    const { of, flat, depth } = here;
    if (typeof of === 'string') left -= columnsOf(of);
    else if (of.kind === 'parts') open.push(...of.parts.toReversed().map((each) => ({ depth, flat, of: each })));
    else if (of.kind === 'indent') open.push({ depth, flat, of: of.of });
    else if (of.kind === 'group') open.push({ depth, flat: flat && !of.broken, of: of.of });
    else if (of.kind === 'ifBroken') left -= flat ? 0 : columnsOf(of.text);
    else if (!flat || of.broken) return true;
    else left -= of.flat.length;
  }
  return false;
}

/** The text in lines of at most so many columns, as far as it can be broken. */
export function laidOut(layout: Layout, columns = 80): string {
  const open: Open[] = [{ depth: 0, flat: false, of: layout }];
  let [text, at] = ['', 0];
  const write = (more: string) => {
    text += more;
    at += columnsOf(more);
  };
  for (let here = open.pop(); here !== undefined; here = open.pop()) {
    const { of, flat, depth } = here;
    if (typeof of === 'string') write(of);
    else if (of.kind === 'parts') open.push(...of.parts.toReversed().map((each) => ({ depth, flat, of: each })));
    else if (of.kind === 'indent') open.push({ depth: depth + 1, flat, of: of.of });
    else if (of.kind === 'group') {
      const one = { depth, flat: true, of: of.of };
      open.push(flat && !of.broken ? one : { ...one, flat: !of.broken && fits(one, open, columns - at) });
    } else if (of.kind === 'ifBroken') write(flat ? '' : of.text);
    else if (flat && !of.broken) write(of.flat);
    else {
      text = `${text.trimEnd()}\n${'  '.repeat(depth)}`;
      at = depth * 2;
    }
  }
  return text.trimEnd();
}
