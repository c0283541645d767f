/** The widest line that black leaves alone. */
const widest = 88;

const openings = '([{';
const closings = ')]}';

/** Where each character of an expression stands: how many brackets are open in front of it; in a string text: −1. */
function depths(text: string): number[] {
  const found: number[] = [];
  let [depth, quote] = [0, ''];
  for (let at = 0; at < text.length; at++) {
    const letter = text[at]!;
    if (quote !== '') {
      found.push(-1);
      if (letter === '\\') {
        found.push(-1);
        at++;
      } else if (letter === quote) quote = '';
      continue;
    }
    if (closings.includes(letter)) depth--;
    found.push(depth);
    if (openings.includes(letter)) depth++;
    if (letter === '"' || letter === "'") quote = letter;
  }
  return found;
}

/** `a, b(c, d)` → `a` and `b(c, d)`. */
function items(text: string): string[] {
  const depth = depths(text);
  const cuts = [...text].flatMap((letter, at) => (letter === ',' && depth[at] === 0 ? [at] : []));
  return [-1, ...cuts].map((cut, index) => text.slice(cut + 1, cuts[index] ?? text.length).trim()).filter(Boolean);
}

/** The outermost brackets of an expression, from the first to the last. */
function brackets(text: string): readonly (readonly [open: number, close: number])[] {
  const depth = depths(text);
  const opened = [...text].flatMap((letter, at) => (depth[at] === 0 && openings.includes(letter) ? [at] : []));
  return opened.map((open) => {
    const close = depth.findIndex((level, at) => at > open && level === 0 && closings.includes(text[at]!));
    return [open, close] as const;
  });
}

/** Does the bracket hold a list or a tuple, and not the arguments of a call, nor an index? */
const holdsValues = (text: string, open: number): boolean => !/[\w)\]"']/.test(text[open - 1] ?? ' ');

/**
 * One statement as black writes it: on one line, else what is in brackets on lines of its own; of a list or a tuple every value.
 * `after`: what stands behind its last line.
 */
export function blackLines(text: string, indent = '', after = ''): string[] {
  const line = indent + text;
  if (line.length + after.length <= widest) return [line];
  const pairs = brackets(text);
  const last = pairs.at(-1);
  if (last === undefined) return [line];
  // A call on a value is split inside the value's brackets where what stands in front of them fits.
  const fits = indent.length + last[0] + 1 <= widest;
  const [open, close] = fits ? last : (pairs.at(-2) ?? last);
  const [head, inside, end] = [text.slice(0, open + 1), text.slice(open + 1, close), text.slice(close)];
  const inner = `${indent}    `;
  const parts = items(inside);
  if (parts.length === 0) return [line];
  const one = inner + parts.join(', ');
  const body =
    one.length <= widest && !(parts.length > 1 && holdsValues(text, open))
      ? [one]
      : parts.length === 1
        ? blackLines(parts[0]!, inner)
        : parts.flatMap((part) => {
            const lines = blackLines(part, inner, ',');
            return [...lines.slice(0, -1), `${lines.at(-1)!},`];
          });
  return [indent + head, ...body, indent + end];
}
