import type { CodeError } from '../codeError';

/** Keras's own state: names that are taken. */
export interface Session {
  nameFor(className: string): string;
  clear(): void;
  /** Seed of the run, where the code sets it. */
  seed: number | null;
  /** Parts of a model that are left out because nobody knows whether they are done. */
  readonly skipped: CodeError[];
}
