/** Keras's own state: names that are taken. */
export interface Session {
  nameFor(className: string): string;
  clear(): void;
}
