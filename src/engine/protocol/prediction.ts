export interface Activation {
  readonly layer: string;
  /** Shape without the batch axis. */
  readonly shape: readonly number[];
  readonly values: Float32Array<ArrayBuffer>;
}

export interface Prediction {
  /** What each output says: class probabilities, one probability, or numbers. */
  readonly outputs: readonly Activation[];
  readonly activations: readonly Activation[];
  readonly milliseconds: number;
}

/** How often a layer's weights lie where, between the least and the most of them. */
export interface Histogram {
  readonly layer: string;
  readonly least: number;
  readonly most: number;
  readonly counts: readonly number[];
}

/** What a model is while it learns: what some layers make of one sample, and their weights. */
export interface Glimpse {
  /** The first few maps of each, and no more of their cells than is seen on a brick. */
  readonly activations: readonly Activation[];
  readonly histograms: readonly Histogram[];
  readonly milliseconds: number;
}

/**
 * Where a class is seen: `[height, width]` values 0 … 1. Of a single probability 1 is the class it speaks for, 0 the other,
 * whose score is what is missing to 1.
 */
export interface Heat {
  readonly height: number;
  readonly width: number;
  readonly values: Float32Array<ArrayBuffer>;
  readonly classIndex: number;
  readonly score: number;
}
