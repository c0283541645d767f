import { TableError } from './tables/tableTrouble';

/** Classes that one model can tell apart: more are hardly meant as classes. */
export const mostClasses = 1000;

const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/**
 * Labels as classes, numbers in their order and words in that of the alphabet, and the class of each label. Throws
 * `TableError('oneClass' | 'tooManyClasses')`.
 */
export function classesOf(labels: readonly string[]): {
  readonly classes: readonly string[];
  readonly of: readonly number[];
} {
  const numeric = labels.every(isNumber);
  const classes = [...new Set(labels)].toSorted((a, b) => (numeric ? Number(a) - Number(b) : a < b ? -1 : 1));
  if (classes.length < 2) throw new TableError({ code: 'oneClass', label: classes[0] ?? '' });
  if (classes.length > mostClasses) {
    throw new TableError({ code: 'tooManyClasses', classes: classes.length, most: mostClasses });
  }
  const places = new Map(classes.map((label, place) => [label, place]));
  return { classes, of: labels.map((label) => places.get(label)!) };
}
