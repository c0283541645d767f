import type { Case } from './case';

/** Examples and grid may name the same setting. */
export function distinct(cases: readonly Case[]): Case[] {
  const known = new Set<string>();
  return cases.filter(({ name }) => !known.has(name) && known.add(name));
}
