import type { Target } from '../data/dataset';

/** The classes with the largest values, the best first; plain numbers where the model answers with those. */
export function answerText(values: readonly number[], target: Target, most = 5): string {
  if (target.kind === 'numbers' || values.length === 1) return values.map((value) => value.toFixed(4)).join('  ');
  return values
    .map((value, index) => ({ value, name: target.classes[index] ?? String(index) }))
    .sort((a, b) => b.value - a.value)
    .slice(0, most)
    .map(({ value, name }) => `${name}: ${value.toFixed(4)}`)
    .join('  ');
}

/** What is right for a sample: the name of its class, or its numbers. */
export function rightText(target: Target, sample: number): string {
  if (target.kind === 'classes') return target.classes[target.labels[sample]!]!;
  const units = target.names.length;
  return [...target.values.subarray(sample * units, (sample + 1) * units)].map((value) => value.toFixed(4)).join(' ');
}
