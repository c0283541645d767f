/** Numbers of which nobody knows how many there will be. */
export class Growing<A extends Float32Array<ArrayBuffer> | Uint32Array<ArrayBuffer>> {
  length = 0;

  constructor(
    private values: A,
    private readonly make: (length: number) => A,
  ) {}

  push(value: number): void {
    if (this.length === this.values.length) {
      const larger = this.make(this.length * 2);
      larger.set(this.values);
      this.values = larger;
    }
    this.values[this.length++] = value;
  }

  at(place: number): number {
    return this.values[place]!;
  }

  /** Those at these places, in their order. */
  picked(places: Uint32Array): A {
    const picked = this.make(places.length);
    for (let at = 0; at < places.length; at++) picked[at] = this.values[places[at]!]!;
    return picked;
  }
}

const least = 1024;
export const growingFloats = () => new Growing(new Float32Array(least), (length) => new Float32Array(length));
export const growingCounts = () => new Growing(new Uint32Array(least), (length) => new Uint32Array(length));
