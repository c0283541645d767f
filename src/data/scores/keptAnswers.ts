/** What an output says about samples beside what is right, sample by sample; of very many a fair share. */
export interface KeptAnswers {
  /** Positions in the dataset. */
  readonly samples: Uint32Array;
  /** Numbers that an output says of a sample. */
  readonly units: number;
  /** `samples × units`. */
  readonly said: Float32Array;
  /** The class of each sample; of numbers `samples × units`. */
  readonly right: Float32Array;
  /** Classes told by a single number: above it is the second one. Null where each class has a number of its own, or for numbers. */
  readonly limit: number | null;
}

/** Numbers that are kept of an output at most: they stay with the run. */
const mostNumbers = 200_000;

/** Gathers answers as they come, every so many. */
export class AnswerKeeper {
  private readonly samples: number[] = [];
  private readonly said: number[] = [];
  private readonly right: number[] = [];
  private readonly every: number;
  private seen = 0;

  constructor(
    private readonly units: number,
    /** Samples that will come. */
    count: number,
    private readonly limit: number | null,
  ) {
    this.every = Math.max(1, Math.ceil((count * units) / mostNumbers));
  }

  take(sample: number, said: ArrayLike<number>, right: ArrayLike<number>): void {
    if (this.seen++ % this.every !== 0) return;
    this.samples.push(sample);
    this.said.push(...Array.from(said));
    this.right.push(...Array.from(right));
  }

  kept(): KeptAnswers {
    const { units, limit } = this;
    return {
      samples: Uint32Array.from(this.samples),
      units,
      said: Float32Array.from(this.said),
      right: Float32Array.from(this.right),
      limit,
    };
  }
}

/** What an output says of the sample at this place. */
export const saidAt = ({ said, units }: KeptAnswers, place: number): Float32Array =>
  said.subarray(place * units, (place + 1) * units);

/** The class that is said: the largest of several numbers, the first of equal ones, or whether the only one says yes. */
export function saidClass(said: ArrayLike<number>, limit: number | null): number {
  if (limit !== null) return Number(said[0]! > limit);
  let best = 0;
  for (let unit = 1; unit < said.length; unit++) if (said[unit]! > said[best]!) best = unit;
  return best;
}
