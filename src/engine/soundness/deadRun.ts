/** Where a run stopped giving numbers. */
export interface Found {
  /** `weights`: what the model says is still numbers, but training has made others of its weights. */
  readonly part: 'training' | 'validation' | 'weights';
  readonly epoch: number;
  /** In this epoch, or in its validation; 1 for the first. */
  readonly batch: number;
  /** Outputs whose loss is no number; none where only the weights, or what they cost, are none. */
  readonly outputs: readonly string[];
  /** The samples of the batch. */
  readonly samples: Uint32Array;
}

/** A run whose numbers are no numbers any more, on its way to where the last good weights are. */
export class DeadRun extends Error {
  override readonly name = 'DeadRun';
  constructor(readonly found: Found) {
    super(`No number in ${found.part}, epoch ${found.epoch}, batch ${found.batch}.`);
  }
}
