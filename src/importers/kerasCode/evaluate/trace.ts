/** What is made at a line of the text. */
interface Made {
  readonly line: number;
}

/** At which lines of the text layers are made and called. */
export class Trace<Layer extends Made> {
  readonly #callers: number[] = [];
  readonly #lines = new Map<Layer, Set<number>>();

  /** Does what a function of the text does that is called at a line. */
  within<T>(line: number, run: () => T): T {
    this.#callers.push(line);
    try {
      return run();
    } finally {
      this.#callers.pop();
    }
  }

  /** A layer is called at a line. */
  note(layer: Layer, line: number): void {
    const lines = this.#lines.get(layer) ?? new Set();
    for (const each of [...this.#callers, line, layer.line]) if (each > 0) lines.add(each);
    this.#lines.set(layer, lines);
  }

  /** Of a layer all such lines, from 1: those of the functions that were called first. */
  linesOf(layer: Layer): readonly number[] {
    return [...(this.#lines.get(layer) ?? [layer.line])].filter((line) => line > 0);
  }
}
