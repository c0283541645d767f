/** How far something is that takes its time. */
export interface Share {
  readonly done: number;
  readonly total: number;
}
