/** What the errors of all numbers of an output add up to. */
export interface ErrorSums {
  /** How many numbers: samples times units. */
  readonly count: number;
  readonly units: number;
  readonly absolute: number;
  readonly squared: number;
  /** The same for what always says the mean of the training samples, unit by unit. */
  readonly baseline: { readonly absolute: number; readonly squared: number; readonly relative?: number | null };
  /** Squared distances of what is right from its own mean, unit by unit. */
  readonly spread: number;
  /** Distances as shares of what is right; null where that is 0 somewhere. Missing in runs of older versions. */
  readonly relative?: number | null;
}

/** Mean absolute error, root of the mean squared error, both in the target's unit; share of its variance that is explained. */
export interface NumberScores {
  readonly mae: number;
  readonly rmse: number;
  /** 1 − squared errors / spread, as `sklearn.metrics.r2_score`; null where what is right does not vary. */
  readonly r2: number | null;
  /** Mean distance as a share of what is right, as `mean_absolute_percentage_error`; null where that is 0 somewhere. */
  readonly mape: number | null;
}

export const numberMeasures = ['mae', 'rmse', 'r2', 'mape'] as const;

/** Null where there is no number. */
export function numberScores({
  count,
  absolute,
  squared,
  spread,
  relative = null,
}: Pick<ErrorSums, 'count' | 'absolute' | 'squared' | 'spread' | 'relative'>): NumberScores | null {
  if (count === 0) return null;
  return {
    mae: absolute / count,
    rmse: Math.sqrt(squared / count),
    r2: spread > 0 ? 1 - squared / spread : null,
    mape: relative === null ? null : relative / count,
  };
}

/** Adds up errors sample by sample; `units` numbers to a sample. */
export class ErrorTotals {
  private count = 0;
  private absolute = 0;
  private squared = 0;
  private readonly base = { absolute: 0, squared: 0, relative: 0 };
  private relative = 0;
  /** By unit: number, mean and squared distances so far (Welford 1962). */
  private readonly seen: { count: number; mean: number; spread: number }[];

  /** `means`: those of the training samples, one for each unit. */
  constructor(private readonly means: readonly number[]) {
    this.seen = means.map(() => ({ count: 0, mean: 0, spread: 0 }));
  }

  take(unit: number, right: number, said: number): void {
    const [error, plain] = [said - right, this.means[unit]! - right];
    this.count++;
    this.absolute += Math.abs(error);
    this.squared += error * error;
    this.base.absolute += Math.abs(plain);
    this.base.squared += plain * plain;
    // By nothing: infinite, which is no score.
    this.relative += Math.abs(error / right);
    this.base.relative += Math.abs(plain / right);
    const own = this.seen[unit]!;
    own.count++;
    const before = right - own.mean;
    own.mean += before / own.count;
    own.spread += before * (right - own.mean);
  }

  sums(): ErrorSums {
    const { count, absolute, squared } = this;
    const spread = this.seen.reduce((sum, own) => sum + own.spread, 0);
    const finite = (value: number) => (Number.isFinite(value) ? value : null);
    const relative = finite(this.relative);
    const baseline = { ...this.base, relative: finite(this.base.relative) };
    return { count, units: this.seen.length, absolute, squared, baseline, spread, relative };
  }
}
