/**
 * Keras's Orthogonal: the columns of a random matrix made orthonormal, each with the sign that its diagonal in R is
 * positive; where there are fewer rows than columns, the rows are. The last axis counts as columns, all others as rows.
 */
export function orthogonalValues(
  shape: readonly number[],
  gain: number,
  next: () => number,
): Float32Array<ArrayBuffer> {
  const width = shape.at(-1)!;
  const height = shape.slice(0, -1).reduce((product, size) => product * size, 1);
  const count = Math.min(width, height);
  const length = Math.max(width, height);
  const vectors = Array.from({ length: count }, () => Float64Array.from({ length }, next));
  vectors.forEach((vector, index) => {
    // Twice: rounding in the first pass would leave large matrices a little skewed.
    for (let pass = 0; pass < 2; pass++) for (const other of vectors.slice(0, index)) withoutPart(vector, other);
    const size = Math.sqrt(inner(vector, vector));
    vector.forEach((value, at) => (vector[at] = value / size));
  });
  const values = new Float32Array(width * height);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const [vector, at] = height < width ? [row, column] : [column, row];
      values[row * width + column] = gain * vectors[vector]![at]!;
    }
  }
  return values;
}

function inner(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!;
  return sum;
}

function withoutPart(vector: Float64Array, direction: Float64Array): void {
  const part = inner(vector, direction);
  for (let at = 0; at < vector.length; at++) vector[at]! -= part * direction[at]!;
}
