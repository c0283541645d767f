/** Between which values a score lies in 95 of 100 repeated draws of as many samples. */
export type Interval = readonly [low: number, high: number];

/** The middle 95 % of a score's values over many draws. */
export function middle(values: readonly number[]): Interval {
  const sorted = values.toSorted((one, other) => one - other);
  const at = (share: number) => sorted[Math.round(share * (sorted.length - 1))]!;
  return [at(0.025), at(0.975)];
}

/** A Poisson number with this mean: by Knuth for small means, else by the normal distribution that it comes near to. */
export function poisson(mean: number, random: () => number): number {
  if (mean === 0) return 0;
  if (mean > 60) {
    const normal = Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
    return Math.max(0, Math.round(mean + Math.sqrt(mean) * normal));
  }
  const least = Math.exp(-mean);
  let [count, product] = [0, random()];
  while (product > least) {
    count++;
    product *= random();
  }
  return count;
}
