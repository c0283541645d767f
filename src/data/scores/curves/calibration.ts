/** What a model is sure of, sample by sample: of yes, or of the class that it says. */
export interface Sureness {
  /** Probabilities 0 … 1. */
  readonly sure: Float32Array;
  /** Is it so? */
  readonly so: Uint8Array;
}

/** Samples of which a model is about equally sure. */
export interface CalibrationBin {
  readonly count: number;
  readonly sure: number;
  readonly so: number;
}

const bins = 10;

/** Ten of the same width, the upper edge its own, as `sklearn.calibration.calibration_curve(strategy='uniform')`. */
const binOf = (sure: number) => Math.min(bins - 1, Math.max(0, Math.ceil(sure * bins) - 1));

function sums({ sure, so }: Sureness, weights: Float32Array | null) {
  const [count, sums, hits] = [new Float64Array(bins), new Float64Array(bins), new Float64Array(bins)];
  for (let place = 0; place < sure.length; place++) {
    const weight = weights === null ? 1 : weights[place]!;
    const bin = binOf(sure[place]!);
    count[bin]! += weight;
    sums[bin]! += weight * sure[place]!;
    hits[bin]! += weight * so[place]!;
  }
  return { count, sums, hits };
}

/** The reliability diagram: of each bin that is not empty how sure the model is in the mean, and how often it is so. */
export function calibrationOf(given: Sureness): readonly CalibrationBin[] {
  const { count, sums: sure, hits } = sums(given, null);
  return Array.from(count, (own, bin) => ({ count: own, sure: sure[bin]! / own, so: hits[bin]! / own })).filter(
    (bin) => bin.count > 0,
  );
}

/**
 * Expected calibration error (Naeini et al. 2015): how far a bin's mean probability is from how often it is so, in the mean
 * over the samples. `weights`: how often each place counts. Null where there is no sample.
 */
export function calibrationError(given: Sureness, weights: Float32Array | null): number | null {
  const { count, sums: sure, hits } = sums(given, weights);
  let [total, error] = [0, 0];
  for (let bin = 0; bin < bins; bin++) {
    total += count[bin]!;
    error += Math.abs(sure[bin]! - hits[bin]!);
  }
  return total === 0 ? null : error / total;
}
