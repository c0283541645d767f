/** What is wrong with a JSON text, and where: line and column count from 1. */
export type JsonTrouble =
  | { readonly kind: 'syntax'; readonly line: number; readonly column: number }
  | { readonly kind: 'repeated'; readonly key: string; readonly line: number; readonly column: number }
  | { readonly kind: 'deep'; readonly line: number; readonly column: number };

/** Deeper nesting than any document has; beyond it a recursive reader would run out of stack. */
const deepest = 100;

const space = /[ \t\n\r]*/y;
const value = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null/y;

const escape = /\\(?:["\\/bfnrt]|u[0-9a-fA-F]{4})/y;

/** End of the string that starts at a position, or that position when there is none. By hand: patterns run out of stack on megabytes. */
function endOfString(source: string, start: number): number {
  if (source[start] !== '"') return start;
  for (let at = start + 1; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (code === 0x22) return at + 1;
    if (code < 0x20) return start;
    if (code !== 0x5c) continue;
    escape.lastIndex = at;
    const found = escape.exec(source);
    if (!found) return start;
    at += found[0].length - 1;
  }
  return start;
}

/**
 * Reads a JSON text without building anything. Browsers say where a text breaks each in their own way, or not at all,
 * and all take the last of two equal keys in silence; this says both. Null when the text is in order.
 */
export function jsonTrouble(source: string): JsonTrouble | null {
  let at = 0;
  const eat = (pattern: RegExp): string | null => {
    pattern.lastIndex = at;
    const found = pattern.exec(source)?.[0] ?? null;
    if (found !== null) at += found.length;
    return found;
  };
  const eatString = (): string | null => {
    const start = at;
    at = endOfString(source, start);
    return at === start ? null : source.slice(start, at);
  };
  const eatMark = (mark: string) => {
    if (source[at] !== mark) return false;
    at++;
    return true;
  };
  const place = (position: number) => {
    const before = source.slice(0, position);
    const line = before.split('\n').length;
    return { line, column: position - before.lastIndexOf('\n') };
  };
  const open: { readonly end: '}' | ']'; readonly keys: Set<string> }[] = [];
  // A byte order mark is taken off by whoever reads the file; here it is part of the text.
  for (let expects: 'value' | 'first' | 'key' | 'after' = 'value'; ;) {
    eat(space);
    const inside = open.at(-1);
    if (expects === 'first' && inside && eatMark(inside.end)) {
      open.pop();
      expects = 'after';
      continue;
    }
    if (expects === 'after') {
      if (!inside) return at === source.length ? null : { kind: 'syntax', ...place(at) };
      if (eatMark(',')) expects = inside.end === '}' ? 'key' : 'value';
      else if (eatMark(inside.end)) open.pop();
      else return { kind: 'syntax', ...place(at) };
      continue;
    }
    if (inside?.end === '}' && expects !== 'value') {
      const start = at;
      const key = eatString();
      if (key === null) return { kind: 'syntax', ...place(at) };
      const name = JSON.parse(key) as string;
      if (inside.keys.has(name)) return { kind: 'repeated', key: name, ...place(start) };
      inside.keys.add(name);
      eat(space);
      if (!eatMark(':')) return { kind: 'syntax', ...place(at) };
      expects = 'value';
      continue;
    }
    if (eatMark('{')) open.push({ end: '}', keys: new Set() });
    else if (eatMark('[')) open.push({ end: ']', keys: new Set() });
    else {
      if (eatString() === null && (eat(value) ?? '') === '') return { kind: 'syntax', ...place(at) };
      expects = 'after';
      continue;
    }
    if (open.length > deepest) return { kind: 'deep', ...place(at) };
    expects = 'first';
  }
}
