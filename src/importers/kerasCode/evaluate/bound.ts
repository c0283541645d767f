import type { InstanceValue, Machine, Value } from '../values/value';
import { native } from '../values/make';
import { callFunction } from './functions';

/** A member as it is reached through an object: a method knows its object. */
export function bound(value: Value, self: InstanceValue, machine: Machine, line: number): Value {
  if (value.kind === 'function') return native(value.name, (call) => callFunction(value, call, self));
  if (value.kind === 'native' && value.method) {
    return native(value.name, (call) => value.run({ ...call, args: [self, ...call.args] }));
  }
  if (value.kind !== 'thing' || value.module !== 'python') return value;
  const method = value.args?.get('get');
  if (method?.kind !== 'function') return value;
  if (value.name === 'staticmethod') return method;
  if (value.name === 'classmethod') return native(method.name, (call) => callFunction(method, call, self));
  return callFunction(method, { machine, line, args: [], named: new Map() }, self);
}
