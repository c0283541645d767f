import { Identifiers, snakeCase } from '../identifiers';
import { type Place, blocks, chains, outsideOf, shared } from './places';
import { usesOf, withLoops } from './runs';
import type { Statement } from './statement';
import { type Parameter, type Unified, unify } from './unify';

/** A function of the script: a part of the model that it has several times. */
export interface LayerFunction {
  readonly name: string;
  readonly parameters: readonly Parameter[];
  /** Values that go in; the last statement makes what comes out. */
  readonly inputs: readonly string[];
  readonly body: readonly Statement[];
}

export interface Compact {
  readonly functions: readonly LayerFunction[];
  readonly statements: readonly Statement[];
}

/** Lines that a function takes besides its body, and that a call takes. */
const [frame, callCost] = [5, 1];

/** How many lines a statement takes in the language that is written. */
export type Lines = (statement: Statement) => number;

/** What must be the same for two stretches to be one function. */
function keyOf(statements: readonly Statement[]): string {
  const made = new Map<string, number>();
  const outside = new Map<string, number>();
  return JSON.stringify(
    statements.map(({ callee, form, given, name, loop, inputs, output }, at) => {
      const from = inputs.map((input) => {
        if (made.has(input)) return made.get(input);
        if (!outside.has(input)) outside.set(input, outside.size);
        return `x${outside.get(input)}`;
      });
      made.set(output, at);
      return [callee, form, given.map((each) => each.name), name === null, loop && loop.from, from];
    }),
  );
}

const shapeOf = (statements: readonly Statement[]) =>
  statements.map(({ name }) => (name ?? '').replace(/\d+/g, '#')).join(' ');

/** Statements that stand together, and the values that leave them. */
interface Sequence {
  readonly statements: readonly Statement[];
  readonly results: readonly string[];
}
/** A stretch of one of the sequences. */
type Spot = Place & { readonly of: number };

interface Found {
  readonly saved: number;
  readonly spots: readonly Spot[];
  readonly unified: Unified;
}

/** The best function among these spots: that which saves the most lines; null where none saves any. */
function best(sequences: readonly Sequence[], spots: readonly Spot[], least: number, cost: Lines): Found | null {
  const groups = new Map<string, Spot[]>();
  const put = (key: string, spot: Spot) => groups.set(key, [...(groups.get(key) ?? []), spot]);
  const members = ({ of, from, to }: Spot) => sequences[of]!.statements.slice(from, to);
  for (const spot of spots) {
    const own = members(spot);
    if (own.some(({ note, form, layer }) => note !== null || layer !== null || form === 'source')) continue;
    const key = keyOf(own);
    put(key, spot);
    put(`${key} ${shapeOf(own)}`, spot);
  }
  let found: Found | null = null;
  for (const group of groups.values()) {
    const apart: Spot[] = [];
    for (const spot of group) {
      if (apart.every(({ of, from, to }) => of !== spot.of || spot.from >= to || spot.to <= from)) apart.push(spot);
    }
    if (apart.length < least) continue;
    const all = apart.map(members);
    const lines = all[0]!.reduce((sum, statement) => sum + cost(statement), 0);
    const saved = apart.length * (lines - callCost) - lines - frame;
    if (saved <= 0 || (found !== null && saved <= found.saved)) continue;
    const unified = unify(all);
    if (unified !== null) found = { saved, spots: apart, unified };
  }
  return found;
}

const words = (name: string) =>
  name
    .replace(/[^A-Za-z]+/g, '_')
    .replace(/^_+|_+$/g, '')
    .toLowerCase();

/** A chain is called after the layer that it begins with, one of chains after those. */
const chainName = (label: string) =>
  label.endsWith('_unit') ? label.replace(/_unit$/, '_stack') : `${snakeCase(label.replace(/D$/, 'd'))}_unit`;

/** A script with what stands in it several times as functions and loops. `results`: values that leave the model. */
export function compact(
  all: readonly Statement[],
  results: readonly string[],
  reserved: Iterable<string>,
  cost: Lines,
): Compact {
  const identifiers = new Identifiers(reserved);
  // A parameter of such a name would hide the function.
  const parameters = new Set(['number', 'repeats', ...all.flatMap(({ given }) => given.map(({ name }) => name))]);
  const functions: Omit<LayerFunction, 'body'>[] = [];
  // The script itself, then the bodies of the functions in the order in which they were found.
  const sequences: Sequence[] = [{ statements: withLoops(all, results), results }];
  const apply = (find: typeof chains, least: number): boolean => {
    const spots = sequences.flatMap(({ statements, results: ends }, of) =>
      find(statements, usesOf(statements, ends)).map((place) => ({ ...place, of })),
    );
    const found = best(sequences, spots, least, cost);
    if (found === null) return false;
    const { spots: chosen, unified } = found;
    const [first] = chosen;
    const own = sequences[first!.of]!.statements.slice(first!.from, first!.to);
    const block = find === blocks ? words(shared(own).at(-1) ?? '') : chainName(own[0]!.label);
    const name = identifiers.take(parameters.has(block) ? `${block}_block` : block, 'block');
    sequences.forEach(({ statements, results: ends }, of) => {
      const here = chosen.flatMap((spot, at) => (spot.of === of ? [{ spot, given: unified.calls[at]! }] : []));
      const next = here.toReversed().reduce<readonly Statement[]>((before, { spot: { from, to }, given }) => {
        const members = before.slice(from, to);
        const around = find === blocks ? shared(members).slice(0, -1) : members.at(-1)!.blocks;
        return [...before.slice(0, from), callOf(name, members, given, around), ...before.slice(to)];
      }, statements);
      if (here.length > 0) sequences[of] = { statements: withLoops(next, ends), results: ends };
    });
    functions.push({ name, parameters: unified.parameters, inputs: outsideOf(own) });
    sequences.push({ statements: unified.body, results: [own.at(-1)!.output] });
    return true;
  };
  // Blocks first: they are what the editor shows.
  let more = true;
  while (more) more = apply(blocks, 2);
  more = true;
  while (more) more = apply(chains, 3);
  const written = functions.map((each, at): LayerFunction => ({ ...each, body: sequences[at + 1]!.statements }));
  return { functions: calledFirst(written), statements: sequences[0]!.statements };
}

function callOf(
  name: string,
  members: readonly Statement[],
  call: Unified['calls'][number],
  around: readonly string[],
): Statement {
  const last = members.at(-1)!;
  return {
    callee: name,
    ...call,
    inputs: outsideOf(members),
    output: last.output,
    form: 'direct',
    blocks: around,
    note: null,
    layer: null,
    loop: null,
    label: name,
    shapes: { in: members[0]!.shapes.in, out: last.shapes.out },
  };
}

/** Functions in an order in which each stands behind those that it calls. */
function calledFirst(functions: readonly LayerFunction[]): LayerFunction[] {
  const placed: LayerFunction[] = [];
  const place = (one: LayerFunction) => {
    if (placed.includes(one)) return;
    for (const { callee } of one.body) {
      const called = functions.find(({ name }) => name === callee);
      if (called) place(called);
    }
    placed.push(one);
  };
  functions.forEach(place);
  return placed;
}
