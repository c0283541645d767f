import type { IntVariable, Routine } from './routine';
import type { Int } from './values';

/** Goes over the samples of a batch; each of the addresses moves on by its stride behind every sample. */
export function eachSample(
  f: Routine,
  samples: Int,
  moving: readonly (readonly [address: IntVariable, stride: Int])[],
  body: () => void,
): void {
  const sample = f.int();
  f.while(sample.below(samples), () => {
    body();
    for (const [address, stride] of moving) f.increase(address, stride);
    f.increase(sample, 1);
  });
}

/** Does a sample count at this step? Where there is no mask (its address is 0), or the number there is not 0. */
export function whereCounted(f: Routine, mask: Int, at: Int, counted: () => void, left: () => void): void {
  const counts = f.int();
  f.set(counts, 1);
  f.when(mask, () => f.set(counts, f.oneInt.minus(at.floatAt().equals(0))));
  f.when(counts, counted, left);
}
