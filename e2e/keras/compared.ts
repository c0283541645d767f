/** What a check of files has compared, and what was not the same. */
export interface Compared {
  readonly compared: number;
  readonly problems: readonly string[];
}
