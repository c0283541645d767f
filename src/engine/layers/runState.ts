/** What layers that behave differently at every training step need to know; one per model. */
export interface RunState {
  /** Seed of the run. */
  seed: number;
  /** Training steps done since the weights were fresh: two steps never share a mask, a repeated run shares all. */
  step: number;
}

/** The second argument of our layers' constructors: where the layer stands, and the run it belongs to. */
export interface LayerContext {
  /** Name of the layer with its backbone's: random numbers depend on it. */
  readonly label: string;
  readonly run: RunState;
}
