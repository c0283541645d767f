import type { ColumnFacts } from './columnFacts';
import { namesAnswer, surelyAnswer } from './names';

/** The column with the answer; false: another one would do as well, and somebody has to say. */
export interface FoundTarget {
  readonly column: number;
  readonly sure: boolean;
}

/** Classes that a column of numbers may stand for. */
export const looksLikeClasses = ({ kind, number, distinct }: ColumnFacts): boolean =>
  kind === 'category' ||
  (kind === 'number' && number!.whole && distinct >= 2 && distinct <= 20 && number!.odd === null);

/** By its name, by its kind beside the others, by its place. Null where no column is an answer. */
export function targetOf(columns: readonly ColumnFacts[]): FoundTarget | null {
  const usable = columns.flatMap((facts, column) =>
    facts.kind === 'number' || facts.kind === 'category' ? [{ facts, column }] : [],
  );
  const [first] = usable;
  const last = usable.at(-1);
  if (first === undefined || last === undefined) {
    const named = columns.findIndex(({ name }) => namesAnswer(name));
    return named >= 0
      ? { column: named, sure: true }
      : columns.length === 0
        ? null
        : { column: columns.length - 1, sure: false };
  }
  // A column of one label is no answer, but meant as one; what is left to learn from is the other.
  if (usable.length === 1 && first.column < columns.length - 1 && columns.every(({ kind }) => kind !== 'text')) {
    return { column: columns.length - 1, sure: false };
  }
  const certain = usable.filter(({ facts }) => surelyAnswer(facts.name));
  if (certain.length === 1) return { column: certain[0]!.column, sure: true };
  const classes = usable.filter(({ facts }) => looksLikeClasses(facts));
  if (columns.some(({ kind }) => kind === 'text') && classes.length === 1)
    return { column: classes[0]!.column, sure: true };
  const named = usable.filter(({ facts }) => namesAnswer(facts.name));
  if (named.length > 0) return { column: named.at(-1)!.column, sure: named.length === 1 };
  const categories = usable.filter(({ facts }) => facts.kind === 'category');
  if (categories.length === 1) return { column: categories[0]!.column, sure: usable.length > 1 };
  // A class in front of pixels, of which the last are black in every picture.
  const labelFirst =
    first.column === 0 && looksLikeClasses(first.facts) && !looksLikeClasses(last.facts) && usable.length > 20;
  if (labelFirst || (columns.at(-1)!.kind === 'ignore' && looksLikeClasses(first.facts) && first.column === 0)) {
    return { column: 0, sure: false };
  }
  return { column: last.column, sure: false };
}
