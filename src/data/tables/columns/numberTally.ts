/** Numbers of a column as they come: how many, how large, how they lie. */
export class NumberTally {
  count = 0;
  infinite = 0;
  /** The first cell that is infinite. */
  infiniteLine: number | null = null;
  min = Infinity;
  max = -Infinity;
  mean = 0;
  private squares = 0;
  whole = true;
  /** Each one more than the one before. */
  counted = true;
  private last = Number.NaN;
  /** Some of them, drawn evenly; all of them while they are few. */
  readonly drawn: number[] = [];
  private state = 1;

  constructor(private readonly mostDrawn: number) {}

  add(value: number, line: number): void {
    if (!Number.isFinite(value)) {
      this.infinite++;
      this.infiniteLine ??= line;
      return;
    }
    this.count++;
    if (value < this.min) this.min = value;
    if (value > this.max) this.max = value;
    const difference = value - this.mean;
    this.mean += difference / this.count;
    this.squares += difference * (value - this.mean);
    if (this.whole && !Number.isInteger(value)) this.whole = false;
    if (this.counted && this.count > 1 && value !== this.last + 1) this.counted = false;
    this.last = value;
    if (this.drawn.length < this.mostDrawn) this.drawn.push(value);
    else {
      // Numerical Recipes' linear congruential generator: which are drawn is the same every time.
      this.state = (Math.imul(this.state, 1_664_525) + 1_013_904_223) >>> 0;
      const place = Math.floor((this.state / 2 ** 32) * this.count);
      if (place < this.mostDrawn) this.drawn[place] = value;
    }
  }

  /** Of all values, as `numpy.std`. */
  get deviation(): number {
    return this.count === 0 ? 0 : Math.sqrt(this.squares / this.count);
  }

  copy(): NumberTally {
    const copy = new NumberTally(this.mostDrawn);
    const { count, infinite, infiniteLine, min, max, mean, squares, whole, counted, last, state } = this;
    Object.assign(copy, { count, infinite, infiniteLine, min, max, mean, squares, whole, counted, last, state });
    copy.drawn.push(...this.drawn);
    return copy;
  }
}
