/** What the worker says of itself every second while it has something to do. */
export interface SignOfLife {
  /** Steps that long work has done: they stand still where it does. */
  readonly steps: number;
  /** Seconds that it may be without a word from now on, busy in one long operation. */
  readonly patience: number;
}
