import type { Dataset } from '../../data/dataset';
import { className } from '../../i18n/panels/datasets';
import type { Language } from '../../i18n/words';

/** A number as people read it: four significant digits at most, no trailing zeros. */
export const numberText = (value: number): string => String(Number(value.toPrecision(4)));

/** What is right for a sample: the word of its class, or its numbers. */
export function answerText({ id, target }: Dataset, sample: number, language: Language): string {
  if (target.kind === 'classes') return className(id, target.classes[target.labels[sample]!] ?? '', language);
  const units = target.names.length;
  return Array.from(target.values.subarray(sample * units, (sample + 1) * units), numberText).join(', ');
}
