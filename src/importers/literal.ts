/** A value as Python writes it: numbers, texts, `True`, `None`, lists, tuples and dictionaries of such. */
export type Literal = number | string | boolean | null | readonly Literal[] | { readonly [key: string]: Literal };

/** Lists in lists, deeper than anybody types. */
const deepest = 20;

const words: Readonly<Record<string, Literal>> = {
  True: true,
  False: false,
  None: null,
  true: true,
  false: false,
  null: null,
};
const closing: Readonly<Record<string, string>> = { '[': ']', '(': ')', '{': '}' };
const escapes: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

class NoLiteral extends Error {}

/** Reads a literal from its text, never running it. */
class Reader {
  private at = 0;
  constructor(private readonly text: string) {}

  whole(): Literal {
    const value = this.value(0);
    this.space();
    if (this.at < this.text.length) throw new NoLiteral();
    return value;
  }

  private space() {
    while (/\s/.test(this.text[this.at] ?? '')) this.at++;
  }

  private takes(sign: string): boolean {
    this.space();
    if (this.text[this.at] !== sign) return false;
    this.at++;
    return true;
  }

  private value(depth: number): Literal {
    this.space();
    if (depth > deepest) throw new NoLiteral();
    const first = this.text[this.at] ?? '';
    if (first === '"' || first === "'") return this.string(first);
    if (first === '{') return this.dictionary(depth);
    if (first === '[' || first === '(') return this.list(first, depth);
    const [word] = /^[^\s,:()[\]{}"']+/.exec(this.text.slice(this.at)) ?? [];
    if (word === undefined) throw new NoLiteral();
    this.at += word.length;
    if (Object.hasOwn(words, word)) return words[word]!;
    const number = Number(word.replaceAll(/(?<=\d)_(?=\d)/g, ''));
    if (!Number.isFinite(number)) throw new NoLiteral();
    return number;
  }

  private string(quote: string): string {
    let text = '';
    for (this.at++; this.text[this.at] !== quote; this.at++) {
      if (this.at >= this.text.length) throw new NoLiteral();
      if (this.text[this.at] === '\\') {
        const next = this.text[++this.at] ?? '';
        text += escapes[next] ?? next;
      } else text += this.text[this.at];
    }
    this.at++;
    return text;
  }

  private list(open: string, depth: number): Literal {
    this.at++;
    const items: Literal[] = [];
    let commas = 0;
    while (!this.takes(closing[open]!)) {
      if (items.length > commas) throw new NoLiteral();
      items.push(this.value(depth + 1));
      if (this.takes(',')) commas++;
    }
    // A value in parentheses is that value.
    return open === '(' && items.length === 1 && commas === 0 ? items[0]! : items;
  }

  private dictionary(depth: number): Literal {
    this.at++;
    const entries: [string, Literal][] = [];
    let commas = 0;
    while (!this.takes('}')) {
      if (entries.length > commas) throw new NoLiteral();
      const key = this.value(depth + 1);
      if ((typeof key !== 'string' && typeof key !== 'number') || !this.takes(':')) throw new NoLiteral();
      entries.push([String(key), this.value(depth + 1)]);
      if (this.takes(',')) commas++;
    }
    return Object.fromEntries(entries);
  }
}

/** The value that a text says; undefined where it says none. */
export function literalIn(text: string): Literal | undefined {
  try {
    return new Reader(text).whole();
  } catch (error) {
    if (error instanceof NoLiteral) return undefined;
    throw error;
  }
}
