import type { Document } from '../../document/document';

/** What goes into every brick, in the order of its ports. */
export function inputsByName({ nodes, edges }: Document): ReadonlyMap<string, readonly string[]> {
  const inputs = new Map<string, string[]>(Object.keys(nodes).map((name) => [name, []]));
  for (const { from, to } of edges.toSorted((one, other) => one.port - other.port)) inputs.get(to)?.push(from);
  return inputs;
}

/** What every brick goes into. */
function consumersByName({ nodes, edges }: Document): ReadonlyMap<string, readonly string[]> {
  const consumers = new Map<string, string[]>(Object.keys(nodes).map((name) => [name, []]));
  for (const { from, to } of edges) consumers.get(from)?.push(to);
  return consumers;
}

const same = (one: readonly (string | undefined)[], other: readonly string[]) =>
  one.length === other.length && one.every((name, at) => name === other[at]);

/**
 * Which brick of the model before is which of the model after: that of the same name; of those left over, one of the same
 * type that takes its input from the same bricks, or goes into the same ones, has been renamed. By names after.
 */
export function matchedNames(before: Document, after: Document): ReadonlyMap<string, string> {
  const matched = new Map<string, string>();
  for (const name of Object.keys(after.nodes)) if (Object.hasOwn(before.nodes, name)) matched.set(name, name);
  const left = new Set(Object.keys(before.nodes).filter((name) => !matched.has(name)));
  const [inputsBefore, inputsAfter] = [inputsByName(before), inputsByName(after)];
  const [goesBefore, goesAfter] = [consumersByName(before), consumersByName(after)];
  const meant = (names: readonly string[]) => names.map((name) => matched.get(name));
  const take = (name: string, isPlace: (old: string) => boolean) => {
    const { type } = after.nodes[name]!;
    const old = [...left].find((each) => before.nodes[each]!.type === type && isPlace(each));
    if (old === undefined) return;
    left.delete(old);
    matched.set(name, old);
  };
  const open = Object.keys(after.nodes).filter((name) => !matched.has(name));
  // A document that is read from code has every brick behind those that it takes from.
  for (const name of open) take(name, (old) => same(meant(inputsAfter.get(name)!), inputsBefore.get(old)!));
  for (const name of open.toReversed()) {
    if (matched.has(name) || goesAfter.get(name)!.length === 0) continue;
    take(name, (old) => same(meant(goesAfter.get(name)!), goesBefore.get(old)!));
  }
  return matched;
}
