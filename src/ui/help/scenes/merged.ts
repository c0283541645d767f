import { cellValue } from './sliding';

export type Grid = readonly (readonly number[])[];

/** Small grids that stand for the inputs of a merge. */
export const grids: readonly Grid[] = [0, 1, 2].map((which) =>
  [0, 1].map((row) => [0, 1, 2].map((column) => cellValue(row + 2 * which, column + which))),
);

const operations: Readonly<Record<string, { readonly sign: string; of(values: readonly number[]): number }>> = {
  add: { sign: '+', of: (values) => values.reduce((sum, value) => sum + value) },
  subtract: { sign: '−', of: ([one, other]) => one! - other! },
  multiply: { sign: '×', of: (values) => values.reduce((product, value) => product * value) },
  average: { sign: 'avg', of: (values) => values.reduce((sum, value) => sum + value) / values.length },
  maximum: { sign: 'max', of: (values) => Math.max(...values) },
  minimum: { sign: 'min', of: (values) => Math.min(...values) },
};

/** What a merge does to small inputs, value by value, end to end, or as sum of products. */
export interface Merged {
  readonly sign: string;
  readonly inputs: readonly Grid[];
  readonly result: Grid;
}

/** The result of a merging layer for `count` small grids; `rows` joins along the first axis. Undefined for no merge. */
export function mergedOf(drawing: string | undefined, count: number, rows: boolean): Merged | undefined {
  const inputs = grids.slice(0, Math.min(Math.max(count, 2), 3));
  const first = inputs[0]!;
  if (drawing === 'concatenate') {
    const result = rows ? inputs.flat() : first.map((_, row) => inputs.flatMap((grid) => grid[row]!));
    return { sign: '⊕', inputs, result };
  }
  if (drawing === 'dot') {
    const [left, right] = [first.slice(0, 1), inputs[1]!.slice(0, 1)];
    const sum = left[0]!.reduce((total, value, index) => total + value * right[0]![index]!, 0);
    return { sign: '·', inputs: [left, right], result: [[sum]] };
  }
  const operation = operations[drawing ?? ''];
  if (!operation) return undefined;
  const result = first.map((line, row) =>
    line.map((_, column) => operation.of(inputs.map((grid) => grid[row]![column]!))),
  );
  return { sign: operation.sign, inputs, result };
}
