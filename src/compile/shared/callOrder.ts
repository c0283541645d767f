import type { Step } from '../plan';

/**
 * The places of steps in the order in which Keras calls them (`Function` of keras/src/ops/function.py): those farther from
 * the outputs first, others as they are met from the outputs.
 */
export function callOrder(steps: readonly Step[]): ReadonlyMap<string, number> {
  const named = new Map(steps.map((step) => [step.name, step]));
  const taken = new Set(steps.flatMap(({ inputs }) => inputs));
  const met = new Set<string>();
  const stack = steps
    .filter(({ name }) => !taken.has(name))
    .map(({ name }) => ({ name, left: false }))
    .toReversed();
  const order: string[] = [];
  while (stack.length > 0) {
    const { name, left } = stack.pop()!;
    if (left) order.push(name);
    if (left || met.has(name)) continue;
    met.add(name);
    stack.push({ name, left: true });
    for (const input of named.get(name)!.inputs.toReversed()) stack.push({ name: input, left: false });
  }
  const depths = new Map<string, number>();
  const deepest = new Map<string, number>();
  for (const name of order.toReversed()) {
    const { inputs, sharesWith = name } = named.get(name)!;
    const depth = Math.max(depths.get(name) ?? 0, deepest.get(sharesWith) ?? 0);
    deepest.set(sharesWith, depth);
    depths.set(name, depth);
    for (const input of inputs) depths.set(input, Math.max(depth + 1, depths.get(input) ?? 0));
  }
  const called = [...depths].toSorted(([, one], [, other]) => other - one);
  return new Map(called.map(([name], place) => [name, place]));
}

/** Calls of layers that are called several times and keep statistics, in the order of the steps. */
function callsOfStatistics(steps: readonly Step[]): readonly (readonly Step[])[] {
  const uses = new Map<string, Step[]>();
  for (const step of steps) {
    if (!step.call.traits.statistics) continue;
    const layer = step.sharesWith ?? step.name;
    uses.set(layer, [...(uses.get(layer) ?? []), step]);
  }
  return [...uses.values()].filter(({ length }) => length > 1);
}

/**
 * The steps for who computes them one by one: inputs first and, where a layer that keeps statistics is called several
 * times, the others in the order of Keras's calls. Else as they are.
 */
export function inCallOrder(steps: readonly Step[]): readonly Step[] {
  const shared = callsOfStatistics(steps);
  if (shared.length === 0) return steps;
  const places = callOrder(steps);
  const place = ({ name, inputs }: Step) => (inputs.length === 0 ? -1 : places.get(name)!);
  const inOrder = shared.every((calls) => calls.every((call, at) => at === 0 || place(calls[at - 1]!) < place(call)));
  return inOrder ? steps : steps.toSorted((one, other) => place(one) - place(other));
}

/**
 * The step that must be computed before another, by the other's name: a layer called several times that keeps statistics
 * changes them in the order of Keras's calls. Calls that a plan has in another order are left as they are.
 */
export function callsBefore(steps: readonly Step[]): ReadonlyMap<string, Step> {
  const shared = callsOfStatistics(steps);
  if (shared.length === 0) return new Map();
  const places = callOrder(steps);
  return new Map(
    shared.flatMap((calls) =>
      calls.slice(1).flatMap((call, at) => {
        const before = calls[at]!;
        return places.get(before.name)! < places.get(call.name)! ? [[call.name, before] as const] : [];
      }),
    ),
  );
}
