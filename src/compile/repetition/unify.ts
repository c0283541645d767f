import type { Given, Statement } from './statement';

/** A parameter of a function. */
export interface Parameter {
  readonly name: string;
  /** The value that it has by itself; null: it must be given. */
  readonly usual: string | null;
}

/** Statements that stand several times in the script, as the body of one function. */
export interface Unified {
  readonly parameters: readonly Parameter[];
  readonly body: readonly Statement[];
  /** For each place what the call gives, and the name that it hands on. */
  readonly calls: readonly { readonly given: readonly Given[]; readonly name: string | null }[];
}

/** More parameters than this are harder to read than the layers. */
const mostParameters = 7;

const isWhole = (text: string) => /^\d+$/.test(text);

interface Column {
  readonly name: string;
  readonly column: readonly string[];
  readonly usual: string | null;
}

/** The parameters of a function in the making: a column is a value's text at each place where it is called. */
class Columns {
  readonly parameters: Column[] = [];

  /** `known`: what a first look found; smaller numbers are parameters before their multiples. */
  constructor(private readonly known: readonly Column[] = []) {}

  /** The expression for a value in the body. */
  take(column: readonly string[], wanted: string, usual: string | null): string {
    if (column.every((text) => text === column[0]) && !dependent(column[0]!)) return column[0]!;
    for (const known of this.parameters) {
      const relation = related(known.column, column, known.name, wanted);
      if (relation !== null) return relation;
    }
    const base = this.known.find((each) => each.column !== column && multipleOf(each.column, column) > 1);
    if (base !== undefined) {
      this.add(base.column, base.name.replace(/_\d+$/, ''), base.usual);
      return this.take(column, wanted, usual);
    }
    return this.add(column, wanted, usual);
  }

  private add(column: readonly string[], wanted: string, usual: string | null): string {
    let name = wanted;
    for (let number = 2; this.parameters.some((each) => each.name === name); number++) name = `${wanted}_${number}`;
    this.parameters.push({ name, column, usual });
    return name;
  }
}

const texts = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'/g;

/** Does this expression, in Python or in TypeScript, name a variable of the function that it stands in? */
const dependent = (text: string) =>
  /(?<![\w."'])(?!(?:keras|layers|tf|new|true|false|as|string)\b)[a-z]\w*(?!\w*\s*[=(.:])/.test(
    text.replace(texts, ''),
  );

/** How many times `a` is `b` everywhere; 0: it is no multiple. */
function multipleOf(a: readonly string[], b: readonly string[]): number {
  if (![...a, ...b].every(isWhole)) return 0;
  const factor = Number(b[0]) / Number(a[0]);
  return Number.isInteger(factor) && a.every((text, at) => Number(text) * factor === Number(b[at])) ? factor : 0;
}

/** `b` by `a` where they are the same everywhere, a multiple of each other or, of numbers in names, so much apart. */
function related(a: readonly string[], b: readonly string[], name: string, wanted: string): string | null {
  if (a.every((text, at) => text === b[at])) return name;
  const factor = multipleOf(a, b);
  if (wanted !== 'number') return factor > 1 ? `${factor} * ${name}` : null;
  if (!name.startsWith('number') || ![...a, ...b].every(isWhole)) return null;
  const apart = Number(b[0]) - Number(a[0]);
  if (apart <= 0 || a.some((text, at) => Number(b[at]) - Number(text) !== apart)) return null;
  return `${name} + ${apart}`;
}

const commonEnd = (texts: readonly string[]) => {
  const [first = ''] = texts;
  let length = 0;
  while (length < first.length && texts.every((text) => text.at(-1 - length) === first.at(-1 - length))) length++;
  return length === 0 ? '' : first.slice(-length);
};

/** The end of a name behind all variables but the loop's own. */
const ownEnd = (end: string) => /(?:\{index\}|[^{}])*$/.exec(end)![0];

interface Named {
  /** By statement: the name in the body. */
  readonly names: readonly (string | null)[];
  /** By place: what the names begin with; null where numbers tell them apart. */
  readonly prefixes: readonly string[] | null;
}

const balanced = (text: string) => text.split('{').length === text.split('}').length;

/** Names that all begin alike at each place: the rest is the same everywhere. */
function byPrefix(names: readonly (readonly string[])[]): Named | null {
  const [first = []] = names;
  const ends = first.map((_, at) => ownEnd(commonEnd(names.map((own) => own[at]!))));
  const rests = names.map((own) => own.map((name, at) => name.slice(0, name.length - ends[at]!.length)));
  if (
    rests.some(
      (own) =>
        own.some((rest) => rest !== own[0]) || own[0] === '' || own[0]!.includes('{index}') || !balanced(own[0]!),
    )
  )
    return null;
  return { names: ends.map((end) => `{name}${end}`), prefixes: rests.map((own) => own[0]!) };
}

/** Names that differ in numbers only. */
function byNumbers(names: readonly (readonly string[])[], columns: Columns): Named | null {
  const [first = []] = names;
  const parted = names.map((own) => own.map((name) => name.match(/\{[^}]*\}|\d+|[^\d{]+/g) ?? []));
  const found: string[] = [];
  for (let at = 0; at < first.length; at++) {
    const [head = []] = parted.map((own) => own[at]!);
    if (parted.some((own) => own[at]!.length !== head.length)) return null;
    const parts = head.map((token, place) => {
      const tokens = parted.map((own) => own[at]![place]!);
      if (tokens.every((text) => text === token) && !/^\{(?!index)/.test(token)) return token;
      const column = tokens.map((text) => /^(?:\{(.*)\}|(0|[1-9]\d*))$/.exec(text)?.slice(1).find(Boolean) ?? '');
      const counted = column.every((text) => text !== '' && text !== 'index' && text !== 'name');
      return counted ? `{${columns.take(column, 'number', null)}}` : null;
    });
    if (parts.includes(null)) return null;
    found.push(parts.join(''));
  }
  return { names: found, prefixes: null };
}

/** The places as one function, or null where they are not alike enough. All must have the same calls in the same order. */
export function unify(places: readonly (readonly Statement[])[]): Unified | null {
  const first = new Columns();
  return unified(places, first) && unified(places, new Columns(first.parameters));
}

const counts = (name: string) => /^(number|repeats)/.test(name);
/** Those that are given without a name come first. */
const orderly = (parameters: readonly Column[]) =>
  parameters.toSorted((a, b) => Number(counts(a.name)) - Number(counts(b.name)));

function unified(places: readonly (readonly Statement[])[], columns: Columns): Unified | null {
  const [first = []] = places;
  const body = first.map((statement, at) => {
    const each = places.map((own) => own[at]!);
    const given = statement.given.map((one, index): Given => {
      const all = each.map((own) => own.given[index]!);
      const usual = all.find(({ silent }) => silent)?.text ?? null;
      const column = all.map((own) => own.text);
      const text = columns.take(column, one.name, usual);
      return { ...one, text, silent: all.every(({ silent }) => silent) && all.every((own) => own.text === one.text) };
    });
    const counts = each.map(({ loop }) => loop?.count ?? '');
    const loop = statement.loop && { ...statement.loop, count: columns.take(counts, 'repeats', null) };
    return { ...statement, given, loop };
  });
  const told = first.flatMap(({ name }, at) => (name === null ? [] : [at]));
  const texts = places.map((own) => told.map((at) => own[at]!.name!));
  const named = told.length === 0 ? { names: [], prefixes: null } : (byPrefix(texts) ?? byNumbers(texts, columns));
  if (named === null || columns.parameters.length > mostParameters) return null;
  // Several counters at once hide which layer has which name.
  if (columns.parameters.filter(({ name }) => name.startsWith('number')).length > 1) return null;
  const parameters = columns.parameters.toSorted((a, b) => Number(a.usual !== null) - Number(b.usual !== null));
  return {
    parameters: [
      ...orderly(parameters)
        .filter(({ usual }) => usual === null)
        .map(({ name }) => ({ name, usual: null })),
      ...(named.prefixes ? [{ name: 'name', usual: null }] : []),
      ...parameters.filter(({ usual }) => usual !== null).map(({ name, usual }) => ({ name, usual })),
    ],
    body: body.map((statement, at) => ({ ...statement, name: named.names[told.indexOf(at)] ?? null })),
    calls: places.map((_, place) => ({
      given: orderly(parameters).map(({ name, column, usual }) => ({
        name,
        text: column[place]!,
        first: usual === null && !counts(name),
        silent: usual !== null && column[place] === usual,
      })),
      name: named.prefixes?.[place] ?? null,
    })),
  };
}
