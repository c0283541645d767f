/** Mean and variance of many samples for each place of the axes that are kept, as one pass over batches finds them. */
export class Moments {
  private count = 0;
  private readonly means: Float64Array;
  private readonly squares: Float64Array;

  /** `axes` are kept, ascending, with the batch as 0; `sizes` are theirs. */
  constructor(
    private readonly axes: readonly number[],
    private readonly sizes: readonly number[],
  ) {
    const places = sizes.reduce((product, size) => product * size, 1);
    this.means = new Float64Array(places);
    this.squares = new Float64Array(places);
  }

  /** A batch: its numbers, row-major, in this shape. */
  add(values: ArrayLike<number>, shape: readonly number[]): void {
    const places = this.means.length;
    const each = values.length / places;
    if (each === 0) return;
    const placeOf = this.placesIn(shape);
    const sums = new Float64Array(places);
    for (let at = 0; at < values.length; at++) sums[placeOf(at)]! += values[at]!;
    const means = sums.map((sum) => sum / each);
    const squares = new Float64Array(places);
    for (let at = 0; at < values.length; at++) {
      const place = placeOf(at);
      squares[place]! += (values[at]! - means[place]!) ** 2;
    }
    const all = this.count + each;
    for (let place = 0; place < places; place++) {
      const apart = means[place]! - this.means[place]!;
      this.means[place]! += (apart * each) / all;
      this.squares[place]! += squares[place]! + (apart * apart * this.count * each) / all;
    }
    this.count = all;
  }

  /** How many numbers there were for each place. */
  get seen(): number {
    return this.count;
  }

  get mean(): Float32Array<ArrayBuffer> {
    return Float32Array.from(this.means);
  }

  /** Of all numbers there are, as NumPy's `var`. */
  get variance(): Float32Array<ArrayBuffer> {
    return Float32Array.from(this.squares, (square) => square / this.count);
  }

  private placesIn(shape: readonly number[]): (at: number) => number {
    const stride = (axis: number) => shape.slice(axis + 1).reduce((product, size) => product * size, 1);
    const kept = this.axes.map((axis, index) => {
      const own = this.sizes.slice(index + 1).reduce((product, size) => product * size, 1);
      return [stride(axis), shape[axis]!, own] as const;
    });
    return (at) => kept.reduce((place, [step, size, own]) => place + (Math.floor(at / step) % size) * own, 0);
  }
}
