import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { kerasPython } from '../python';

interface PythonOptions {
  readonly args?: readonly string[];
  /** Another Python than that of the Keras check. */
  readonly python?: string;
  /** Variables of the environment besides ours. */
  readonly env?: Readonly<Record<string, string>>;
}

/** A Python script, by its path from this folder, that takes a line and answers with a line. */
export class PythonLines {
  readonly #process;
  readonly #lines: AsyncIterator<string>;
  #last = '';

  constructor(script: string, { args = [], python = kerasPython(), env = {} }: PythonOptions = {}) {
    const path = join(import.meta.dirname, script);
    this.#process = spawn(python, [path, ...args], { env: { ...process.env, ...env } });
    this.#process.stderr.on('data', (text: Buffer) => (this.#last = `${this.#last}${text.toString()}`.slice(-2000)));
    this.#lines = createInterface({ input: this.#process.stdout })[Symbol.asyncIterator]();
  }

  async ask(question: object): Promise<unknown> {
    this.#process.stdin.write(`${JSON.stringify(question)}\n`);
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`The Python script ended before its answer: ${this.#last}`);
    return JSON.parse(value);
  }

  end(): void {
    this.#process.stdin.end();
  }
}
