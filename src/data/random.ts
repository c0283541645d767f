/** Seeded random numbers in [0, 1): mulberry32. The same seed gives the same row in every browser and in Node. */
export function randomNumbers(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** The numbers 0 … count − 1 in an order that only depends on the seed (Fisher–Yates). */
export function shuffledIndices(count: number, seed: number): Uint32Array<ArrayBuffer> {
  const random = randomNumbers(seed);
  const indices = Uint32Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [indices[last], indices[other]] = [indices[other]!, indices[last]!];
  }
  return indices;
}

/** A seed of its own for each part of a run: FNV-1a over the texts, mixed with the run's seed. 0 … 2³¹ − 1. */
export function derivedSeed(seed: number, ...parts: readonly (string | number)[]): number {
  let hash = (0x811c9dc5 ^ seed) >>> 0;
  for (const letter of parts.join('\n')) hash = Math.imul(hash ^ letter.codePointAt(0)!, 0x01000193) >>> 0;
  return Math.floor(randomNumbers(hash)() * 2 ** 31);
}
