import { type Layout, columnsOf, group, ifBroken, indent, joined, laidOut, line, parts, softLine } from './layout';

const closing: Readonly<Record<string, string>> = { '(': ')', '[': ']', '{': '}' };

/** Where the text that begins here with a quote ends. */
function textEnd(code: string, from: number): number {
  const quote = code[from]!;
  for (let at = from + 1; at < code.length; at++) {
    if (code[at] === '\\') at++;
    else if (code[at] === quote) return at + 1;
  }
  return code.length;
}

/** Where the brackets that open here are closed; and the items between them. */
function bracketed(code: string, from: number): { readonly end: number; readonly items: readonly string[] } {
  const items: string[] = [];
  const open = [closing[code[from]!]!];
  let start = from + 1;
  for (let at = from + 1; at < code.length; at++) {
    const letter = code[at]!;
    if (/["'`]/.test(letter)) at = textEnd(code, at) - 1;
    else if (letter in closing) open.push(closing[letter]!);
    else if (letter === ',' && open.length === 1) {
      items.push(code.slice(start, at).trim());
      start = at + 1;
    } else if (letter === open.at(-1)) {
      open.pop();
      if (open.length > 0) continue;
      const last = code.slice(start, at).trim();
      return { end: at + 1, items: last === '' ? items : [...items, last] };
    }
  }
  throw new Error(`These brackets are not closed: ${code.slice(from)}`);
}

const isText = (code: string) => /^["']/.test(code) && textEnd(code, 0) === code.length;
const several = (code: string) => /^[[{]/.test(code) && bracketed(code, 0).items.length > 1;

/** Lists of lists and of objects have each on lines of its own. */
const standApart = (items: readonly string[]) =>
  items.length > 1 && items.every((item) => several(item) && item[0] === items[0]![0]);

/** A text that is too long goes below a name of so many columns. */
const shortName = 5;

/** A field of an object. */
function field(code: string): Layout {
  const [, name, value] = /^("(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|[\w$]+): (.*)$/s.exec(code) ?? [];
  if (name === undefined || value === undefined) return layoutOf(code);
  if (isText(value) && columnsOf(name) >= shortName) return group(parts(`${name}:`, indent(parts(line, value))));
  return parts(`${name}: `, layoutOf(value));
}

function bracketsOf(open: string, items: readonly string[]): Layout {
  const close = closing[open]!;
  if (items.length === 0) return open + close;
  const between = parts(',', line);
  if (open === '{') {
    const fields = joined(items.map(field), between);
    return group(parts(open, indent(parts(line, fields)), ifBroken(','), line, close));
  }
  const all = items.map(layoutOf);
  // The brackets of an object that is given last stay with the call's.
  if (open === '(' && items.at(-1)!.startsWith('{')) {
    return parts(open, ...all.slice(0, -1).flatMap((each) => [each, ', ']), all.at(-1)!, close);
  }
  const list = open === '[' && standApart(items);
  return group(parts(open, indent(parts(softLine, joined(all, between))), ifBroken(','), softLine, close), list);
}

/** Code on one line with the places where Prettier breaks it. */
function layoutOf(code: string): Layout {
  const found: Layout[] = [];
  let start = 0;
  for (let at = 0; at < code.length;) {
    const letter = code[at]!;
    if (/["'`]/.test(letter)) at = textEnd(code, at);
    else if (letter in closing) {
      const { end, items } = bracketed(code, at);
      found.push(code.slice(start, at), bracketsOf(letter, items));
      start = at = end;
    } else at++;
  }
  return parts(...found, code.slice(start));
}

/**
 * One statement on one line, of calls, lists, objects, texts and numbers, in the lines that Prettier makes of it by its
 * defaults. Template literals and what stands outside brackets are left as they are.
 */
export function formatted(statement: string, depth = 0): readonly string[] {
  const single = /^import \{ \w+ \} from/.test(statement);
  const layout = single ? statement : layoutOf(statement);
  const inside = Array.from({ length: depth }).reduce<Layout>((each) => indent(each), layout);
  const [first = '', ...rest] = laidOut(parts('  '.repeat(depth), inside)).split('\n');
  return [first, ...rest];
}
