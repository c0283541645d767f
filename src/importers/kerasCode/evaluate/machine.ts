import type { Library } from '../../../document/template';
import type { Expression, Statement } from '../syntax/ast';
import type { Call, End, Layer, Machine, Scope, Tensor, Value } from '../values/value';
import type { Session } from '../values/session';
import { CodeError } from '../codeError';
import { NameScope } from './nameScope';
import { Trace } from './trace';

/** As many steps as all of a text may take. */
export const mostSteps = 100_000;
/** As many as one statement of the outermost level may take, so that one loop does not end the reading of the rest. */
const mostStepsEach = 40_000;
/** Calls and expressions inside each other. */
const deepest = 700;

/** How each part of the language and of Keras goes on; they know each other through the machine only. */
export interface Parts {
  evaluate(expression: Expression, scope: Scope, machine: Machine): Value;
  execute(statements: readonly Statement[], scope: Scope, machine: Machine): End;
  call(target: Value, call: Call, name?: string): Value;
  tensorsOf(layer: Layer, inputs: readonly Tensor[], call: Call): readonly Tensor[];
  resolve(path: string): Value;
  meaning(name: string, stars: readonly string[]): Value | null;
}

export class CodeMachine implements Machine {
  readonly globals = new NameScope(null);
  readonly made: Layer[] = [];
  readonly trace = new Trace<Layer>();
  readonly #stars: string[] = [];
  #steps = 0;
  #each = 0;
  #depth = 0;

  constructor(
    readonly library: Library,
    readonly session: Session,
    readonly given: ReadonlyMap<string, Value>,
    readonly parts: Parts,
  ) {}

  /** No step is left for the rest of the text. */
  get spent(): boolean {
    return this.#steps > mostSteps;
  }

  /** The next statement of the outermost level begins. */
  begin(): void {
    this.#each = 0;
    this.#depth = 0;
  }

  /** All steps are there again: what follows has nothing to do with what was before. */
  renew(): void {
    this.#steps = 0;
    this.begin();
  }

  step(line: number, count = 1): void {
    this.#steps += count;
    this.#each += count;
    if (this.#steps > mostSteps) throw new CodeError('tooLong', line, { limit: mostSteps });
    if (this.#each > mostStepsEach) throw new CodeError('tooLong', line, { limit: mostStepsEach });
  }

  inside<T>(line: number, run: () => T): T {
    if (this.#depth >= deepest) throw new CodeError('tooDeep', line, { limit: deepest });
    this.#depth += 1;
    try {
      return run();
    } finally {
      this.#depth -= 1;
    }
  }

  star(module: string): void {
    this.#stars.push(module);
  }

  resolve(path: string): Value {
    return this.parts.resolve(path);
  }

  meaning(name: string): Value | null {
    return this.given.get(name) ?? this.parts.meaning(name, this.#stars);
  }

  evaluate(expression: Expression, scope: Scope): Value {
    return this.parts.evaluate(expression, scope, this);
  }

  execute(statements: readonly Statement[], scope: Scope): End {
    return this.parts.execute(statements, scope, this);
  }

  call(target: Value, call: Call, name?: string): Value {
    return this.parts.call(target, call, name);
  }

  tensorsOf(layer: Layer, inputs: readonly Tensor[], call: Call): readonly Tensor[] {
    return this.parts.tensorsOf(layer, inputs, call);
  }
}
