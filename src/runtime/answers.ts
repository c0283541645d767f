import type { Target } from '../data/dataset';
import type { Answers } from '../data/learned';

/** A class, or a number to predict, with the value that the model gives it. */
export interface NamedValue {
  readonly name: string;
  readonly value: number;
}

/** The classes with the largest values, the best first; a class without a name has its number. */
export function bestClasses(values: readonly number[], classes: readonly string[], most = 5): readonly NamedValue[] {
  return values
    .map((value, index) => ({ value, name: classes[index] ?? String(index) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, most);
}

/** The best classes; plain numbers where the model answers with those. */
export function answerText(values: readonly number[], answers: Answers | null, most = 5): string {
  if (answers?.kind === 'numbers' || values.length === 1) return values.map((value) => value.toFixed(4)).join('  ');
  return bestClasses(values, answers?.classes ?? [], most)
    .map(({ value, name }) => `${name}: ${value.toFixed(4)}`)
    .join('  ');
}

/** What is right for a sample: the name of its class, or its numbers. */
export function rightText(target: Target, sample: number): string {
  if (target.kind === 'classes') return target.classes[target.labels[sample]!]!;
  const units = target.names.length;
  return [...target.values.subarray(sample * units, (sample + 1) * units)].map((value) => value.toFixed(4)).join(' ');
}
