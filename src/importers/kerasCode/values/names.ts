/** Names and their values: of the whole text, or of a function inside the one where it was made. */
export interface Names<V> {
  readonly above: Names<V> | null;
  readonly top: Names<V>;
  get(name: string): V | undefined;
  /** Only what was given to the name in this scope itself. */
  own(name: string): V | undefined;
  set(name: string, value: V): void;
  delete(name: string): void;
  /** `global name` or `nonlocal name`. */
  belongs(name: string, where: 'global' | 'nonlocal'): void;
  entries(): Iterable<readonly [string, V]>;
}
