/** Characters of a line of Python, as `pyproject.toml` tells ruff and black. */
const widest = 100;

const opening = '([{';
const closing = ')]}';

/** Where the outermost brackets open and close, and where a dot follows one that closed; texts in quotes are passed over. */
function marksOf(text: string) {
  const brackets: { open: number; close: number }[] = [];
  const dots: number[] = [];
  let [depth, quoted] = [0, false];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (opening.includes(character) && depth++ === 0) brackets.push({ open: at, close: at });
    if (closing.includes(character) && --depth === 0) brackets.at(-1)!.close = at;
    if (character === '.' && depth === 0 && closing.includes(text[at - 1] ?? ' ')) dots.push(at);
  }
  return { brackets, dots };
}

/** Parts between commas outside brackets. */
export function topLevel(text: string): string[] {
  const parts: string[] = [];
  let [depth, start, quoted] = [0, 0, false];
  for (let at = 0; at < text.length; at++) {
    const character = text[at]!;
    if (character === '"') quoted = !quoted;
    if (quoted) continue;
    if (opening.includes(character)) depth++;
    if (closing.includes(character)) depth--;
    if (character === ',' && depth === 0) {
      parts.push(text.slice(start, at).trim());
      start = at + 1;
    }
  }
  return [...parts, text.slice(start).trim()].filter((part) => part !== '');
}

const lead = /^(?:return |[\w.]+ = )/;

/** A chain of calls too long for a line, a call per line; null where it is none. */
function chained(text: string, indent: string, tail: string): string[] | null {
  const { dots } = marksOf(text);
  if (dots.length < 2) return null;
  const cuts = [0, ...dots, text.length];
  const pieces = cuts.slice(1).map((end, at) => text.slice(cuts[at], end));
  return pieces.map((piece, at) => `${indent}${piece}${at === dots.length ? tail : ''}`);
}

/**
 * A statement as lines, broken as black does where it is too long: at its last brackets in front of which all fits. Inside
 * brackets a chain of calls is broken at its dots.
 */
export function statement(text: string, indent: string, tail = '', inside = tail !== ''): string[] {
  if (indent.length + text.length + tail.length <= widest) return [indent + text + tail];
  const [before = ''] = lead.exec(text) ?? [];
  const inner = `${indent}    `;
  const chain = inside ? chained(text, indent, tail) : chained(text.slice(before.length), inner, '');
  if (chain !== null && inside) return chain;
  if (chain !== null && before !== '') return [`${indent}${before}(`, ...chain, `${indent})`];
  const { brackets } = marksOf(text);
  const fitting = brackets.findLast(({ open }) => indent.length + open + 1 <= widest) ?? brackets.at(-1);
  if (fitting === undefined) return [indent + text + tail];
  const { open, close } = fitting;
  const [head, body, end] = [text.slice(0, open + 1), text.slice(open + 1, close), text.slice(close)];
  const items = topLevel(body);
  // A call keeps its arguments on one line; values in brackets of their own get a line each.
  const called = /[\w)\]]$/.test(text.slice(0, open));
  const whole = inner.length + body.length <= widest && (called || items.length === 1);
  return [
    indent + head,
    ...(whole ? [inner + body] : items.flatMap((item) => statement(item, inner, ',', true))),
    indent + end + tail,
  ];
}

/** A statement with what it stands for behind it, or above it where there is no room. */
export function noted(text: string, indent: string, note: string | null): string[] {
  if (note === null) return statement(text, indent);
  const line = `${indent}${text}  # ${note}`;
  if (line.length <= widest) return [line];
  return [`${indent}# ${note.slice(0, widest - indent.length - 2)}`, ...statement(text, indent)];
}

/** A text inside a docstring: nothing in it can end it. */
export const docText = (text: string) => text.replace(/["\\]/g, "'").slice(0, 80);

/** The first line of `forward`, broken as black does where it is too long. */
export function signatureLines(parameters: readonly string[], returns: string): string[] {
  const given = ['self', ...parameters.map((one) => `${one}: Tensor`)];
  const line = `    def forward(${given.join(', ')}) -> ${returns}:`;
  if (line.length <= widest) return [line];
  const inner = `        ${given.join(', ')}`;
  const inside = inner.length <= widest ? [inner] : given.map((one) => `        ${one},`);
  return ['    def forward(', ...inside, `    ) -> ${returns}:`];
}

/** What a function gives back: several values in brackets where the line is too long. */
export function returnLines(texts: readonly string[], indent: string): string[] {
  const line = `${indent}return ${texts.join(', ')}`;
  if (line.length <= widest || texts.length === 1) return [line];
  return [`${indent}return (`, ...texts.map((text) => `${indent}    ${text},`), `${indent})`];
}
