import { type TensorInfo, util } from '@tensorflow/tfjs-core';

/** How the rows of a tensor, channels last, are shared out among threads, one for every channel of every part. */
export interface RowParts {
  readonly rows: number;
  readonly columns: number;
  /** Parts that are looked through for a sum, and the rows of each. */
  readonly parts: number;
  readonly each: number;
  /** Parts that are written with what came out of it, and the rows of each: a thread adds up all parts first. */
  readonly blocks: number;
  readonly block: number;
}

const threads = 8192;

export function rowParts({ shape }: TensorInfo): RowParts {
  const columns = shape.at(-1)!;
  const rows = util.sizeFromShape(shape) / columns;
  const each = Math.ceil(rows / Math.min(Math.ceil(threads / columns), Math.ceil(rows / 16)));
  const parts = Math.ceil(rows / each);
  const block = Math.max(16, Math.ceil(parts / 2));
  return { rows, columns, parts, each, blocks: Math.ceil(rows / block), block };
}

/** Names of these numbers in a shader. */
export const rowPartNames: readonly string[] = ['rows', 'columns', 'parts', 'each', 'block'];
