import type { Call, ClassValue, FunctionValue, Machine, Scope, Value } from '../values/value';
import { dict, none, text, tuple } from '../values/make';
import type { Expression, Parameter, Statement } from '../syntax/ast';
import { CodeError } from '../codeError';
import { NameScope } from './nameScope';

/** A function as it is made: its initial values now, its names later. */
export function functionOf(
  name: string,
  parameters: readonly Parameter[],
  body: readonly Statement[] | Expression,
  scope: Scope,
  machine: Machine,
  owner: ClassValue | null = null,
): FunctionValue {
  const initial = new Map<string, Value>();
  for (const parameter of parameters) {
    if (parameter.initial) initial.set(parameter.name, machine.evaluate(parameter.initial, scope));
  }
  return { kind: 'function', name, parameters, initial, body, scope, owner };
}

/** Calls a function of the text. Throws `CodeError('argument')` where the arguments do not fit. */
export function callFunction(callee: FunctionValue, call: Call, self: Value | null = null): Value {
  const { machine, line } = call;
  const scope = new NameScope(callee.scope);
  bind(callee, self ? { ...call, args: [self, ...call.args] } : call, scope);
  if (callee.owner && self) scope.set('__class__', callee.owner);
  const run = () => {
    const { body } = callee;
    if (!Array.isArray(body)) return machine.evaluate(body as Expression, scope);
    const end = machine.execute(body as readonly Statement[], scope);
    return end !== null && typeof end === 'object' ? end.value : none;
  };
  return machine.inside(line, () => machine.trace.within(line, run));
}

function bind({ name, parameters, initial }: FunctionValue, { args, named, line }: Call, scope: Scope): void {
  const refuse = (argument: string, problem: 'missing' | 'tooMany' | 'unknown' | 'twice') =>
    new CodeError('argument', line, { callee: name, argument, problem });
  const left = new Map(named);
  let next = 0;
  for (const parameter of parameters) {
    const { name: own, kind } = parameter;
    if (kind === '*') {
      scope.set(own, tuple(args.slice(next)));
      next = args.length;
    } else if (kind === '**') {
      scope.set(own, dict(Array.from(left, ([key, value]) => [text(key), value] as const)));
      left.clear();
    } else if (kind === 'plain' && next < args.length) {
      if (left.has(own)) throw refuse(own, 'twice');
      scope.set(own, args[next]!);
      next += 1;
    } else {
      const value = left.get(own) ?? initial.get(own);
      if (!value) throw refuse(own, 'missing');
      left.delete(own);
      scope.set(own, value);
    }
  }
  if (next < args.length) throw refuse(String(args.length), 'tooMany');
  const [strange] = left.keys();
  if (strange !== undefined) throw refuse(strange, 'unknown');
}
