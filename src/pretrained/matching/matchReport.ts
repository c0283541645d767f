/** What came of putting a file's weights into a model; names are `layer/weight`, of a backbone `backbone/layer/weight`. */
export interface MatchReport {
  readonly loaded: readonly string[];
  /** Weights of the model that the file does not have. */
  readonly missing: readonly string[];
  /** Tensors of the file that the model has no place for: `layer/tensor`. */
  readonly extra: readonly string[];
  readonly wrongShape: readonly {
    readonly name: string;
    readonly expected: readonly number[];
    readonly got: readonly number[];
  }[];
}
