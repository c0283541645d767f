import type { Plan, Step } from '../../compile/plan';

/** The calls of each layer, as the graph of a saved model lists them. */
export interface Calls {
  /** All steps that are this layer, in the order in which they are computed. */
  of(step: Step): readonly Step[];
  /** Which of its layer's calls a step is, by name, counted from 0. */
  at(name: string): number;
  /** The same where a model inside counts its own inputs as its first call. */
  node(name: string): number;
}

export function callsOf({ steps }: Plan): Calls {
  const byLayer = new Map<string, Step[]>();
  const places = new Map<string, number>();
  const models = new Set<string>();
  for (const step of steps) {
    const layer = step.sharesWith ?? step.name;
    const before = byLayer.get(layer) ?? [];
    places.set(step.name, before.length);
    if (step.nested) models.add(step.name);
    byLayer.set(layer, [...before, step]);
  }
  const at = (name: string) => places.get(name)!;
  return { of: ({ name }) => byLayer.get(name) ?? [], at, node: (name) => at(name) + (models.has(name) ? 1 : 0) };
}
