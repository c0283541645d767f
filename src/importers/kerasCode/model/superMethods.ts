import type { InstanceValue, Machine, Value } from '../values/value';
import { dict, native, none, unknown } from '../values/make';
import { connect, single } from './connect';
import { layerAttribute } from './layerAttributes';
import { initializeBase } from './ownClass';
import { tensorsIn } from './tensor';

/** What `super().name` of Keras's own classes does. */
export function baseMethod(self: InstanceValue, name: string, machine: Machine, line: number): Value {
  const { layer } = self;
  if (!layer) return native(name, () => none);
  if (name === '__init__') return native(name, (call) => initializeBase(self, call));
  if (name === 'call' || name === '__call__') {
    return native(name, (call) => {
      const inputs = call.args.flatMap((value) => tensorsIn(value));
      return inputs.length === 0 ? unknown(layer.className, call.line) : single(connect(layer, inputs, call));
    });
  }
  if (name === 'build') return native(name, () => none);
  if (name === 'get_config') return native(name, () => dict([]));
  return layerAttribute(layer, name, machine, line) ?? unknown(`super().${name}`, line);
}
