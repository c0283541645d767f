import type { Target } from '../../dataset';
import { classesOf } from '../../labels';
import { type DecimalMark, measuredOf } from '../columns/numberCell';
import type { TableChoices } from './choices';
import type { TakenColumn } from './takenColumns';

/** What is the same in labels that differ in case or spaces alone. */
const keyOf = (label: string) => label.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();

/** Labels that would be one class, by the spelling that comes most often. */
export function mergedLabels(
  values: readonly (readonly [label: string, count: number])[],
): readonly { readonly to: string; readonly from: readonly string[] }[] {
  const groups = new Map<string, (readonly [string, number])[]>();
  for (const value of values) groups.set(keyOf(value[0]), [...(groups.get(keyOf(value[0])) ?? []), value]);
  return [...groups.values()].flatMap((group) => {
    const [first, ...others] = group.toSorted(([, a], [, b]) => b - a);
    return others.length === 0 ? [] : [{ to: first![0], from: others.map(([label]) => label) }];
  });
}

/** Labels with merged ones as the first of them; a number is a number however it is written: 0 and 0.0 are one class. */
function cleanLabels(
  counts: readonly (readonly [label: string, count: number])[],
  decimal: DecimalMark,
  merge: boolean,
): readonly string[] {
  const numbers = counts.map(([label]) => measuredOf(label, decimal));
  if (numbers.every((number) => number !== null && number.unit === '')) {
    return numbers.map((number) => String(number!.value));
  }
  const merged = merge ? mergedLabels(counts) : [];
  const renamed = new Map(merged.flatMap(({ to, from }) => from.map((label) => [label, to] as const)));
  return counts.map(([label]) => renamed.get(label) ?? label);
}

/** The classes of some rows. Throws `TableError('oneClass' | 'tooManyClasses')`. */
export function classTarget(
  { words, values }: TakenColumn,
  order: Uint32Array,
  { how, mergeLabels }: Pick<TableChoices, 'how' | 'mergeLabels'>,
): Extract<Target, { kind: 'classes' }> {
  const codes = values.picked(order);
  const counts = new Float64Array(words.size);
  for (const code of codes) counts[code]! += 1;
  const labels = [...words.keys()].map((word, code) => [word, counts[code]!] as const);
  const { classes, of } = classesOf(cleanLabels(labels, how.decimal, mergeLabels));
  return { kind: 'classes', classes, labels: Uint16Array.from(codes, (code) => of[code]!) };
}
