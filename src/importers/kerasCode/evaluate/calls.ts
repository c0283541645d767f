import type { Call, InstanceValue, Machine, Scope, Value } from '../values/value';
import { native, unknown } from '../values/make';
import type { Expression } from '../syntax/ast';
import { CodeError } from '../codeError';
import { isClassName, stranger } from '../keras/stranger';
import { applied } from '../model/apply';
import { tensorsIn } from '../model/tensor';
import { askedName, spoken, written } from '../values/words';
import { member } from '../values/members';
import { instantiate } from './classes';
import { callFunction } from './functions';
import { callMethod } from './methods';
import { valuesOf } from './iterate';

/** `callee(arguments)`. */
export function called({ callee, args, line }: Expression & { kind: 'call' }, scope: Scope, machine: Machine): Value {
  if (callee.kind === 'name' && callee.name === 'super' && args.length === 0) {
    const above = superOf(scope);
    if (above) return above;
  }
  const target = calleeOf(callee, scope, machine);
  const positional: Value[] = [];
  const named = new Map<string, Value>();
  for (const { value, name, spread } of args) {
    const given = machine.evaluate(value, scope);
    if (name !== null) named.set(name, given);
    else if (spread === '') positional.push(given);
    else if (spread === '*') {
      const values = valuesOf(given, machine, line);
      if (!values && target.kind === 'unknown') continue;
      if (!values)
        throw new CodeError('unknownValue', line, { name: askedName(given), wanted: nameOf(callee), from: '' });
      positional.push(...values);
    } else if (given.kind === 'dict') {
      for (const [key, each] of given.entries.values()) named.set(spoken(key), each);
    }
  }
  return callValue(target, { machine, line, args: positional, named }, nameOf(callee));
}

/** What is called; of a name that nothing is called and that a class may have, an object of that class is made. */
function calleeOf(callee: Expression, scope: Scope, machine: Machine): Value {
  if (callee.kind !== 'name' || !isClassName(callee.name)) return machine.evaluate(callee, scope);
  if (scope.get(callee.name) ?? machine.meaning(callee.name)) return machine.evaluate(callee, scope);
  return native(callee.name, (call) => stranger(callee.name, '', call));
}

/** `super()` of a method: what its class is made from, with the object. */
function superOf(scope: Scope): Value | null {
  const [owner, self] = [scope.get('__class__'), scope.get('self')];
  if (owner?.kind !== 'class' || self?.kind !== 'instance') return null;
  return { kind: 'super', above: owner.bases, self };
}

/** How a callee is written, for words. */
function nameOf(callee: Expression): string {
  if (callee.kind === 'name') return callee.name;
  if (callee.kind === 'attribute') return `${nameOf(callee.object)}.${callee.name}`.replace(/^\./, '');
  return callee.kind === 'call' ? `${nameOf(callee.callee)}(…)` : '';
}

/** Calls whatever value it is. Throws `CodeError('notCallable')`. */
export function callValue(target: Value, call: Call, name = ''): Value {
  const { machine, line } = call;
  machine.step(line);
  switch (target.kind) {
    case 'native':
      return machine.inside(line, () => target.run(call));
    case 'function':
      return callFunction(target, call);
    case 'class':
      return instantiate(target, call);
    case 'instance':
      return callInstance(target, call);
    case 'layer':
      return applied(target, call);
    case 'object':
      return target.call ? target.call(call) : unknown(`${target.name}(…)`, line);
    case 'thing':
      return target.args === null
        ? {
            ...target,
            args: new Map([...call.args.map((value, index) => [`#${index}`, value] as const), ...call.named]),
          }
        : unknown(target.name, line);
    case 'unknown':
      if (target.layer && [...call.args, ...call.named.values()].some((value) => tensorsIn(value).length > 0)) {
        return applied(target.layer(), call);
      }
      return unknown(name.includes('(…)') || name === '' ? target.name : name, line);
    case 'module':
      return ofModule(target.path, call, name);
    default:
      throw new CodeError('notCallable', line, { name: name || written(target) });
  }
}

/** Something of a library that is not known here is called. */
function ofModule(path: string, call: Call, name: string): Value {
  const parts = path.split('.');
  const last = parts.pop()!;
  return isClassName(last) ? stranger(last, parts.join('.'), call) : unknown(name || path, call.line);
}

/** An object is called: a model or a layer of the text, or one with `__call__`. */
function callInstance(target: InstanceValue, call: Call): Value {
  const own = member(target.class, '__call__');
  if (own) return callMethod(own, target, call);
  if (target.layer) return applied(target.layer, call);
  return unknown(target.class.name, call.line);
}
