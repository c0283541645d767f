import type { InstanceValue, Machine, Value } from '../values/value';
import { text, unknown } from '../values/make';
import { CodeError } from '../codeError';
import { arrayAttribute } from '../builtins/arrayMethods';
import { dictMethod } from '../builtins/dictMethods';
import { listMethod } from '../builtins/listMethods';
import { stringMethod } from '../builtins/stringMethods';
import { layerAttribute, setLayerAttribute } from '../model/layerAttributes';
import { baseMethod } from '../model/superMethods';
import { tensorAttribute } from '../operations/tensorAttributes';
import { written } from '../values/words';
import { member } from '../values/members';
import { bound } from './bound';

/** `object.name`. Throws `CodeError('attribute')` where Python itself has none. */
export function attributeOf(object: Value, name: string, machine: Machine, line: number): Value {
  const found = lookUp(object, name, machine, line);
  if (found) return found;
  throw new CodeError('attribute', line, { object: written(object).slice(0, 80), name });
}

function lookUp(object: Value, name: string, machine: Machine, line: number): Value | null {
  switch (object.kind) {
    case 'module':
      return machine.resolve(`${object.path}.${name}`);
    case 'layer':
      return layerAttribute(object, name, machine, line);
    case 'tensor':
      return tensorAttribute(object, name, machine, line);
    case 'instance':
      return instanceAttribute(object, name, machine, line);
    case 'super':
      return superAttribute(object, name, machine, line);
    case 'class': {
      if (name === '__name__') return text(object.name);
      return member(object, name) ?? unknown(`${object.name}.${name}`, line);
    }
    case 'string':
      return stringMethod(object.value, name);
    case 'list':
    case 'set':
    case 'tuple':
      return listMethod(object, name);
    case 'dict':
      return dictMethod(object, name);
    case 'array':
      return arrayAttribute(object, name, line);
    case 'function':
    case 'native':
      // A class or function of a library has what its path has.
      return name === '__name__' ? text(object.name) : unknown(`${object.name}.${name}`, line);
    case 'unknown':
      return unknown(`${object.name}.${name}`.slice(0, 120), object.line);
    case 'thing':
      return thingAttribute(object, name, line);
    case 'object':
      return object.attribute(name, machine, line);
    default:
      return null;
  }
}

function thingAttribute(object: Value & { kind: 'thing' }, name: string, line: number): Value {
  if (name === '__name__' || name === 'name') return text(object.name);
  return object.args?.get(name) ?? unknown(`${object.name}.${name}`, line);
}

function instanceAttribute(object: InstanceValue, name: string, machine: Machine, line: number): Value | null {
  const own = object.fields.get(name);
  if (own) return own;
  const inherited = member(object.class, name);
  if (inherited) return bound(inherited, object, machine, line);
  if (name === '__class__') return object.class;
  if (name === '__dict__') return unknown('__dict__', line);
  if (!object.layer) return null;
  return layerAttribute(object.layer, name, machine, line);
}

/** `super().name`: of the class above, or of Keras's. */
function superAttribute(object: Value & { kind: 'super' }, name: string, machine: Machine, line: number): Value {
  for (const base of object.above) {
    const found = base.kind === 'class' ? member(base, name) : undefined;
    if (found) return bound(found, object.self, machine, line);
  }
  return baseMethod(object.self, name, machine, line);
}

/** `object.name = value`. What cannot be given is left as it is. */
export function setAttribute(object: Value, name: string, value: Value, machine: Machine): void {
  if (object.kind === 'layer') setLayerAttribute(object, name, value, machine);
  else if (object.kind === 'class') object.members.set(name, value);
  else if (object.kind === 'object') object.assign?.(name, value);
  else if (object.kind === 'instance') {
    if (object.layer && (name === 'trainable' || name === '_name'))
      setLayerAttribute(object.layer, name, value, machine);
    else object.fields.set(name, value);
  }
}
