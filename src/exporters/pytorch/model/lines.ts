/** Characters of a line of Python, as `pyproject.toml` tells ruff and black. */
const widest = 100;

const opening = '([{';
const closing = ')]}';

/** Where the bracket that ends the text is opened. */
function openOf(text: string): number {
  let depth = 0;
  for (let at = text.length - 1; at >= 0; at--) {
    if (closing.includes(text[at]!)) depth++;
    if (opening.includes(text[at]!) && --depth === 0) return at;
  }
  return -1;
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

/** A statement as lines, broken at its last brackets as black does where it is too long. */
export function statement(text: string, indent: string, tail = ''): string[] {
  if (indent.length + text.length + tail.length <= widest || !closing.includes(text.at(-1)!))
    return [indent + text + tail];
  const open = openOf(text);
  const [head, body, end] = [text.slice(0, open + 1), text.slice(open + 1, -1), text.at(-1)!];
  const inner = `${indent}    `;
  const items = topLevel(body);
  const whole = inner.length + body.length <= widest && !body.includes('\n');
  return [
    indent + head,
    ...(whole ? [inner + body] : items.flatMap((item) => statement(item, inner, ','))),
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
