/** First unused layer name for a brick type, as Keras numbers them: `conv2d`, `conv2d_1`, `conv2d_2`. */
export function freeName(base: string, taken: Readonly<Record<string, unknown>>): string {
  return new FreeNames((name) => Object.hasOwn(taken, name)).next(base);
}

/** Hands out unused names one after the other; those of a stem are counted on, so that thousands take no longer each. */
export class FreeNames {
  private readonly given = new Set<string>();
  private readonly counted = new Map<string, number>();

  constructor(private readonly isTaken: (name: string) => boolean) {}

  next(base: string): string {
    let number = this.counted.get(base) ?? 0;
    let name = number === 0 ? base : `${base}_${number}`;
    while (this.given.has(name) || this.isTaken(name)) name = `${base}_${++number}`;
    this.counted.set(base, number);
    this.given.add(name);
    return name;
  }
}
