import type { Step } from '../plan';
import type { Statement } from './statement';

/** The steps whose layers are called again later, by name. */
export const calledAgain = (steps: readonly Step[]): ReadonlySet<string> =>
  new Set(steps.flatMap(({ sharesWith }) => sharesWith ?? []));

/** All steps whose layers are called several times, the first calls too, by name. */
export const sharedIn = (steps: readonly Step[]): ReadonlySet<string> =>
  new Set(steps.flatMap(({ name, sharesWith }) => (sharesWith === undefined ? [] : [name, sharesWith])));

/** The layer of a step as its statement has it. */
export function layerOf({ name, sharesWith }: Step, again: ReadonlySet<string>): Statement['layer'] {
  if (sharesWith !== undefined) return { of: sharesWith, made: false };
  return again.has(name) ? { of: name, made: true } : null;
}
