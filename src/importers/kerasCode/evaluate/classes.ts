import type { Call, ClassValue, InstanceValue, Machine, Scope, Value } from '../values/value';
import type { Statement } from '../syntax/ast';
import { CodeError } from '../codeError';
import { baseLayer, initializeBase } from '../model/ownClass';
import { functionOf } from './functions';
import { callMethod } from './methods';
import { member } from '../values/members';
import { NameScope } from './nameScope';

/** A class as it is made: what it is made from, and its members. */
export function classOf(statement: Statement & { kind: 'class' }, scope: Scope, machine: Machine): ClassValue {
  const bases = statement.bases.filter(({ name }) => name === null).map(({ value }) => machine.evaluate(value, scope));
  const made: ClassValue = { kind: 'class', name: statement.name, bases, members: new Map() };
  const inside = new NameScope(scope);
  for (const part of statement.body) {
    if (part.kind !== 'function') {
      machine.execute([part], inside);
      continue;
    }
    const method = functionOf(part.name, part.parameters, part.body, scope, machine, made);
    const decorator = part.decorators.find(({ kind }) => kind === 'name');
    const kind = decorator?.kind === 'name' ? decorator.name : '';
    const special = kind === 'property' || kind === 'staticmethod' || kind === 'classmethod';
    made.members.set(
      part.name,
      special ? { kind: 'thing', module: 'python', name: kind, args: new Map([['get', method]]) } : method,
    );
  }
  for (const [name, value] of inside.entries()) made.members.set(name, value);
  return made;
}

/** An object of a class of the text; of one made from a layer or a model of Keras, the layer too. */
export function instantiate(owner: ClassValue, call: Call): Value {
  const instance: InstanceValue = { kind: 'instance', class: owner, fields: new Map(), layer: null };
  instance.layer = baseLayer(instance, call);
  const initialize = member(owner, '__init__');
  if (initialize?.kind === 'function' || (initialize?.kind === 'native' && initialize.method))
    callMethod(initialize, instance, call);
  else if (instance.layer) initializeBase(instance, call);
  else if (call.args.length > 0 && owner.bases.length === 0) {
    throw new CodeError('argument', call.line, { callee: owner.name, argument: '1', problem: 'tooMany' });
  }
  return instance;
}
