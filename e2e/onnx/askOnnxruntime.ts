import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { pythonOf } from '../python';

interface Numbers {
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** A file and what goes into it and should come out, by name. */
export interface Question {
  readonly bytes: Uint8Array;
  readonly inputs: readonly (Numbers & { readonly name: string })[];
  /** None where only the file is checked. */
  readonly outputs: readonly (Numbers & { readonly name: string })[];
}

const answer = z.object({
  problems: z.array(z.string()),
  /** Largest difference; null where nothing is compared, or where float32 does not determine the numbers. */
  gap: z.nullable(z.number()),
  /** A difference beyond what is allowed, and no further than rounding moves onnxruntime itself. */
  excused: z.nullable(z.object({ where: z.string(), gap: z.number(), moved: z.number() })),
  nodes: z.number(),
  transposes: z.number(),
});
export type Answer = z.infer<typeof answer>;

/** A Python process that runs ONNX files. */
export class Onnxruntime {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;
  private readonly folder = mkdtempSync(join(tmpdir(), 'onnx-'));
  private said = '';

  constructor() {
    const python = pythonOf(import.meta.dirname, 'onnxruntime');
    this.process = spawn(python, [join(import.meta.dirname, 'check.py')]);
    this.process.stderr.on('data', (text) => (this.said = String(text).slice(-2000)));
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  private async next(): Promise<unknown> {
    const { value, done } = await this.lines.next();
    if (done) throw new Error(`check.py ended before its answer. ${this.said}`);
    return JSON.parse(value);
  }

  /** Versions of what compares. */
  async versions(): Promise<Record<string, string>> {
    return z.record(z.string(), z.string()).parse(await this.next());
  }

  async ask({ bytes, inputs, outputs }: Question): Promise<Answer> {
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(this.folder);
    writeFileSync(join(this.folder, 'model.onnx'), bytes);
    const stored = (kind: string, all: Question['inputs']) =>
      all.map(({ name, shape, values }, at) => {
        const file = `${kind}${at}.bin`;
        writeFileSync(join(this.folder, file), new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
        return { name, shape, file };
      });
    const about = { inputs: stored('input', inputs), outputs: stored('output', outputs) };
    writeFileSync(join(this.folder, 'case.json'), JSON.stringify(about));
    this.process.stdin.write(`${this.folder}\n`);
    return answer.parse(await this.next());
  }

  end(): void {
    this.process.stdin.end();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
