import type { Target } from './dataset';
import { TableError } from './tables/tableTrouble';

/** Classes that one model can tell apart: more are hardly meant as classes. */
export const mostClasses = 1000;

export const isNumber = (text: string): boolean => text.trim() !== '' && Number.isFinite(Number(text));

/** Words as classes, in alphabetical order. Throws `TableError('oneClass' | 'tooManyClasses')`. */
export function classesOf(labels: readonly string[]): Target {
  const texts = labels.map((label) => label.trim());
  const numeric = texts.every(isNumber);
  const classes = [...new Set(texts)].toSorted((a, b) => (numeric ? Number(a) - Number(b) : a < b ? -1 : 1));
  if (classes.length < 2) throw new TableError({ code: 'oneClass', label: classes[0] ?? '' });
  if (classes.length > mostClasses) {
    throw new TableError({ code: 'tooManyClasses', classes: classes.length, most: mostClasses });
  }
  const indices = new Map(classes.map((label, index) => [label, index]));
  return { kind: 'classes', classes, labels: Uint16Array.from(texts, (label) => indices.get(label)!) };
}

/** Whole numbers without a gap from 0 or 1 on, and −1 with 1, are class numbers; other numbers are numbers; everything else is words. */
export function targetOf(labels: readonly string[], name: string): Target {
  if (!labels.every(isNumber)) return classesOf(labels);
  const numbers = Float32Array.from(labels, Number);
  const distinct = [...new Set(numbers)].toSorted((a, b) => a - b);
  const first = distinct[0] ?? 0;
  // As support vector machines have them: hinge losses compare with −1 and 1.
  if (distinct.length === 2 && distinct[0] === -1 && distinct[1] === 1) return classesOf(labels);
  const counted = distinct.every((value, index) => value === first + index) && (first === 0 || first === 1);
  if (counted && distinct.length >= 2 && distinct.length <= 100) return classesOf(labels);
  return { kind: 'numbers', names: [name], values: numbers };
}
