import type { Machine, Scope, Value } from '../values/value';
import { dict, keyOf, list, unknown } from '../values/make';
import type { Clause, Expression } from '../syntax/ast';
import { truthOf } from '../values/truth';
import { written } from '../values/words';
import { assign } from './assign';
import { valuesOf } from './iterate';
import { NameScope } from './nameScope';

/** A list, set, dictionary or generator made in a loop; unknown where the loop goes through what is not known. */
export function comprehended(
  { form, key, element, clauses, line }: Expression & { kind: 'comprehension' },
  scope: Scope,
  machine: Machine,
): Value {
  const made: (readonly [Value, Value])[] = [];
  let strange: Value | null = null;
  const run = ([clause, ...rest]: readonly Clause[], inner: Scope): void => {
    if (!clause) {
      const value = machine.evaluate(element, inner);
      made.push([key ? machine.evaluate(key, inner) : value, value]);
      return;
    }
    const source = machine.evaluate(clause.values, inner);
    const values = valuesOf(source, machine, line);
    if (!values) strange = source.kind === 'unknown' ? source : unknown(written(source), line);
    for (const value of values ?? []) {
      machine.step(line);
      assign(clause.target, value, inner, machine, line);
      if (clause.conditions.every((condition) => truthOf(machine.evaluate(condition, inner)) === true))
        run(rest, inner);
    }
  };
  run(clauses, new NameScope(scope));
  if (strange) return strange;
  if (form === 'dict') return dict(made);
  const values = made.map(([, value]) => value);
  if (form !== 'set') return list(values);
  return { kind: 'set', items: [...new Map(values.map((value) => [keyOf(value), value])).values()] };
}
