import { CodeError } from '../kerasCode/codeError';
import { float, int, none, text, truth } from '../kerasCode/values/make';
import type { Call, Value } from '../kerasCode/values/value';
import { written } from '../kerasCode/values/words';

/** Parameters of a function of PyTorch: `in_channels out_channels stride=1 bias=True`; `*` in front takes all that is left. */
export interface Parameter {
  readonly name: string;
  readonly initial: Value | null;
  readonly rest: boolean;
}

function initialOf(word: string): Value {
  if (word === 'None') return none;
  if (word === 'True' || word === 'False') return truth(word === 'True');
  if (/^'.*'$/.test(word)) return text(word.slice(1, -1));
  return /[.e]/.test(word) ? float(Number(word)) : int(Number(word));
}

const known = new Map<string, readonly Parameter[]>();

function parametersOf(signature: string): readonly Parameter[] {
  const before = known.get(signature);
  if (before) return before;
  const parameters = signature
    .split(' ')
    .filter((word) => word !== '')
    .map((word) => {
      const [name = '', initial] = word.split('=');
      const rest = name.startsWith('*');
      return { name: rest ? name.slice(1) : name, initial: initial === undefined ? null : initialOf(initial), rest };
    });
  known.set(signature, parameters);
  return parameters;
}

/** The arguments of one call by their parameters' names. */
export class Arguments {
  private constructor(
    readonly callee: string,
    readonly call: Call,
    private readonly values: ReadonlyMap<string, Value>,
  ) {}

  /** Throws `CodeError('argument')` where they do not fit. Names that the signature lacks are taken where it ends in `**`. */
  static of(callee: string, signature: string, call: Call): Arguments {
    const values = new Map<string, Value>();
    const parameters = parametersOf(signature);
    const isOpen = parameters.at(-1)?.name === '*';
    let next = 0;
    for (const { name, initial, rest } of parameters) {
      if (rest) {
        if (name !== '*') values.set(name, { kind: 'tuple', items: call.args.slice(next) });
        next = call.args.length;
        continue;
      }
      const given = next < call.args.length ? call.args[next] : call.named.get(name);
      next += next < call.args.length ? 1 : 0;
      const value = given ?? initial;
      if (!value) throw new CodeError('argument', call.line, { callee, argument: name, problem: 'missing' });
      values.set(name, value);
    }
    const data = { callee, argument: String(call.args.length), problem: 'tooMany' } as const;
    if (next < call.args.length) throw new CodeError('argument', call.line, data);
    for (const [name, value] of call.named) {
      if (values.has(name) || general.has(name)) continue;
      if (!isOpen) throw new CodeError('argument', call.line, { callee, argument: name, problem: 'unknown' });
      values.set(name, value);
    }
    return new Arguments(callee, call, values);
  }

  get line(): number {
    return this.call.line;
  }

  names(): readonly string[] {
    return [...this.values.keys()];
  }

  value(name: string): Value {
    return this.values.get(name) ?? none;
  }

  /** With another value for a parameter. */
  with(name: string, value: Value): Arguments {
    return new Arguments(this.callee, this.call, new Map([...this.values, [name, value]]));
  }

  isNone(name: string): boolean {
    return this.value(name).kind === 'none';
  }

  /** Throws `CodeError`: what the text does not say is asked for, what is of another kind is wrong. */
  private wrong(name: string): CodeError {
    const value = this.value(name);
    if (value.kind === 'unknown') {
      const data = { name: value.variable ?? value.name, wanted: `${this.callee}(${name})`, from: '' };
      return new CodeError('unknownValue', this.line, data);
    }
    return new CodeError('argument', this.line, { callee: this.callee, argument: name, problem: 'value' });
  }

  number(name: string): number {
    const value = this.value(name);
    if (value.kind === 'number' || value.kind === 'boolean') return Number(value.value);
    throw this.wrong(name);
  }

  /** A whole number that is no size of an axis behind all there are. */
  whole(name: string): number {
    const number = this.number(name);
    if (Number.isInteger(number) && Math.abs(number) < 2 ** 31) return number;
    throw this.wrong(name);
  }

  flag(name: string): boolean {
    const value = this.value(name);
    if (value.kind === 'boolean') return value.value;
    if (value.kind === 'number') return value.value !== 0;
    if (value.kind === 'none') return false;
    throw this.wrong(name);
  }

  text(name: string): string {
    const value = this.value(name);
    if (value.kind === 'string') return value.value;
    throw this.wrong(name);
  }

  /** Whole numbers in a list or tuple, or one alone. */
  wholes(name: string): readonly number[] {
    const value = this.value(name);
    if (value.kind === 'number') return [this.whole(name)];
    const items = 'items' in value ? value.items : value.kind === 'object' ? (value.values?.() ?? null) : null;
    const numbers = items?.map((each) => (each.kind === 'number' && Number.isInteger(each.value) ? each.value : null));
    if (!numbers) throw this.wrong(name);
    const at = numbers.indexOf(null);
    if (at < 0) return numbers as readonly number[];
    throw this.with(name, items![at]!).wrong(name);
  }

  /** One number for each axis; a single one is that of all. */
  each(name: string, count: number): readonly number[] {
    const numbers = this.wholes(name);
    if (numbers.length === count) return numbers;
    if (numbers.length === 1) return Array.from({ length: count }, () => numbers[0]!);
    throw this.wrong(name);
  }

  /** An argument that no brick takes with this value. */
  refuse(name: string): CodeError {
    const value = written(this.value(name)).slice(0, 60);
    return new CodeError('unread', this.line, { what: `${this.callee}(${name}=${value})` });
  }
}

/** What changes nothing of what is computed. */
const general = new Set(['inplace', 'device', 'dtype', 'requires_grad', 'generator', 'out', 'memory_format']);
