/** `matrix[actual][predicted]`: number of samples. */
export type Matrix = readonly (readonly number[])[];

/**
 * How well classes are told apart, each 0 … 1. Precision, recall and F1 are means over the classes that are there or are
 * predicted (macro), a class without predictions counting 0, as `sklearn.metrics.precision_recall_fscore_support(average='macro',
 * zero_division=0)`; balanced accuracy is the mean recall of the classes that are there (`balanced_accuracy_score`).
 */
export interface ClassScores {
  readonly accuracy: number;
  readonly balancedAccuracy: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
}

export const classMeasures = ['accuracy', 'balancedAccuracy', 'precision', 'recall', 'f1'] as const;

/** How many samples of one class are taken for another; those of a matrix that are not 0. */
export interface Cell {
  readonly actual: number;
  readonly predicted: number;
  readonly count: number;
}

/** Of a thousand classes most pairs never come. */
export const cellsOf = (matrix: Matrix): readonly Cell[] =>
  matrix.flatMap((row, actual) => row.flatMap((count, predicted) => (count > 0 ? { actual, predicted, count } : [])));

/** Null where there is no sample. */
export const classScores = (matrix: Matrix): ClassScores | null => cellScores(cellsOf(matrix), matrix.length);

export function cellScores(cells: readonly Cell[], classes: number): ClassScores | null {
  const [there, said, hits] = [new Float64Array(classes), new Float64Array(classes), new Float64Array(classes)];
  for (const { actual, predicted, count } of cells) {
    there[actual]! += count;
    said[predicted]! += count;
    if (actual === predicted) hits[actual]! += count;
  }
  const total = sum(there);
  if (total === 0) return null;
  let [known, real, precision, recall, f1] = [0, 0, 0, 0, 0];
  for (let label = 0; label < classes; label++) {
    const both = there[label]! + said[label]!;
    if (both === 0) continue;
    known++;
    if (there[label]! > 0) real++;
    precision += share(hits[label]!, said[label]!);
    recall += share(hits[label]!, there[label]!);
    f1 += share(2 * hits[label]!, both);
  }
  return {
    accuracy: sum(hits) / total,
    balancedAccuracy: recall / real,
    precision: precision / known,
    recall: recall / known,
    f1: f1 / known,
  };
}

/** What always the same answer would get on these samples. */
export const alwaysSaying = (matrix: Matrix, answer: number): Matrix =>
  matrix.map((row) => row.map((_, column) => (column === answer ? sum(row) : 0)));

const sum = (values: ArrayLike<number>) => {
  let total = 0;
  for (let index = 0; index < values.length; index++) total += values[index]!;
  return total;
};
const share = (part: number, whole: number) => (whole === 0 ? 0 : part / whole);
