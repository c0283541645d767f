import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { z } from 'zod';
import { kerasPython } from './python';

const gap = z.nullable(z.number());
const answer = z.object({
  problems: z.array(z.string()),
  differences: z.record(z.string(), z.object({ forward: gap, gradient: gap, plain: z.number(), fit: z.optional(gap) })),
  /** Differences beyond the tolerance that Keras itself shows when its numbers move by the rounding of float32. */
  excused: z.array(z.object({ where: z.string(), gap: z.number(), moved: z.number() })),
});
export type Answer = z.infer<typeof answer>;

const greeting = z.object({ versions: z.record(z.string(), z.string()), classes: z.array(z.string()) });
export type Greeting = z.infer<typeof greeting>;

/** One Python process: takes a case as a line and answers with a line. */
class Checker {
  private readonly process: ChildProcessWithoutNullStreams;
  private readonly lines: AsyncIterator<string>;

  constructor(python: string) {
    this.process = spawn(python, [join(import.meta.dirname, 'python/check.py')]);
    this.process.stderr.resume();
    this.lines = createInterface({ input: this.process.stdout })[Symbol.asyncIterator]();
  }

  async greet(): Promise<Greeting> {
    return greeting.parse(JSON.parse(await this.next()));
  }

  async ask(text: string): Promise<Answer> {
    this.process.stdin.write(`${text}\n`);
    return answer.parse(JSON.parse(await this.next()));
  }

  end(): void {
    this.process.stdin.end();
  }

  private async next(): Promise<string> {
    const { value, done } = await this.lines.next();
    if (done) throw new Error('check.py ended before its answer.');
    return value;
  }
}

/** A question as a line; some are only known later. */
export type Question = () => string | Promise<string>;

/**
 * Answers to all questions, in their order; as many Python processes as there are cores, each taking the next one.
 * Those in `later` are asked last.
 */
export async function askKeras(
  questions: readonly Question[],
  later: ReadonlySet<number>,
): Promise<{ greeting: Greeting; answers: Answer[] }> {
  const python = kerasPython();
  const checkers = Array.from({ length: availableParallelism() }, () => new Checker(python));
  const answers: Answer[] = [];
  const order = [...questions.keys()].sort((one, other) => Number(later.has(one)) - Number(later.has(other)));
  let taken = 0;
  const greetings = await Promise.all(
    checkers.map(async (checker) => {
      const hello = await checker.greet();
      while (taken < order.length) {
        const index = order[taken++]!;
        answers[index] = await checker.ask(await questions[index]!());
        if (taken % 100 === 0) console.log(`${taken} of ${order.length} asked`);
      }
      checker.end();
      return hello;
    }),
  );
  return { greeting: greetings[0]!, answers };
}
