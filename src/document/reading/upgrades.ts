import { version } from '../document';

/** Turns a file of one version into the next one. Gets and gives plain JSON; never changes what it gets. */
export type Upgrade = (file: Readonly<Record<string, unknown>>) => Record<string, unknown>;

/** Version → how to get from it to the next. Version 1 is the first: nothing to do yet. */
export const upgrades: Readonly<Record<number, Upgrade>> = {};

/**
 * The file in the present version, one step at a time; each step's result carries the next version's number.
 * Null when a step is missing.
 */
export function upgraded(
  file: Readonly<Record<string, unknown>>,
  from: number,
  chain: Readonly<Record<number, Upgrade>> = upgrades,
  to: number = version,
): Readonly<Record<string, unknown>> | null {
  let result = file;
  for (let step = from; step < to; step++) {
    const upgrade = Object.hasOwn(chain, step) ? chain[step] : undefined;
    if (!upgrade) return null;
    result = { ...upgrade(result), version: step + 1 };
  }
  return result;
}
