/** What layers that behave differently at every training step need to know; one per model. */
export interface RunState {
  /** Seed of the run. */
  seed: number;
  /** Training steps done since the weights were fresh: two steps never share a mask, a repeated run shares all. */
  step: number;
}
