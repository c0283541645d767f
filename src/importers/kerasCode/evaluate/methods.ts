import type { Call, InstanceValue, Machine, Value } from '../values/value';
import { member } from '../values/members';
import { callFunction } from './functions';

/** Calls a member of a class with its object: a function of the text, or one of a library. */
export function callMethod(method: Value, self: InstanceValue, call: Call): Value {
  if (method.kind === 'function') return callFunction(method, call, self);
  return call.machine.call(method, { ...call, args: [self, ...call.args] });
}

/** What a method such as `__len__` gives that Python itself calls; null where the class has none. */
export function special(self: InstanceValue, name: string, args: readonly Value[], machine: Machine, line: number) {
  const method = member(self.class, name);
  return method ? callMethod(method, self, { machine, line, args, named: new Map() }) : null;
}
