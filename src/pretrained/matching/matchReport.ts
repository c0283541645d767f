/** What came of putting a file's weights into a model; names are `layer/weight`, of a backbone `backbone/layer/weight`. */
export interface MatchReport {
  readonly loaded: readonly string[];
  /** Weights of the model that the file does not have. */
  readonly missing: readonly string[];
  /** Tensors of the file that the model has no place for: `layer/tensor`. */
  readonly extra: readonly string[];
  /**
   * Layers of the model, by path, that were found by their order alone although others in their group have the same shapes:
   * the file does not say which of the group's weights are whose. Empty where names or the graph say it.
   */
  readonly byOrder: readonly (readonly string[])[];
  readonly wrongShape: readonly {
    readonly name: string;
    readonly expected: readonly number[];
    readonly got: readonly number[];
  }[];
}
