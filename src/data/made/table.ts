import type { Dataset } from '../dataset';

export const columns = 12;

/** A made-up table of 12 columns with a class per row. */
export function table(
  id: string,
  values: Float32Array<ArrayBuffer>,
  labels: Uint8Array<ArrayBuffer>,
  classes: readonly string[],
  validation: number,
): Dataset {
  return {
    id,
    kind: 'numbers',
    shape: [columns],
    values,
    target: { kind: 'classes', classes, labels },
    count: labels.length,
    validation,
    vocabulary: null,
    sampleWeights: null,
    words: Array.from({ length: columns }, (_, column) => `x${column + 1}`),
  };
}
