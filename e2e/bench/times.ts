export interface Times {
  readonly least: number;
  readonly median: number;
}

/** The least and the middle one of measured milliseconds. */
export function timesOf(measured: readonly number[]): Times {
  const sorted = measured.toSorted((one, other) => one - other);
  return { least: sorted[0]!, median: sorted[sorted.length >> 1]! };
}

/** Milliseconds that each of `rounds` calls takes, after a tenth as many to warm up; `work` is given the number of the call. */
export function timed(rounds: number, work: (round: number) => unknown): Times {
  const measured: number[] = [];
  for (let round = 0; round < rounds * 1.1; round++) {
    const start = performance.now();
    work(round);
    if (round >= rounds / 10) measured.push(performance.now() - start);
  }
  return timesOf(measured);
}
