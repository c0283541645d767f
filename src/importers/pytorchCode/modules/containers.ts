import { CodeError } from '../../kerasCode/codeError';
import { int, list, none, text, tuple } from '../../kerasCode/values/make';
import { valuesOf } from '../../kerasCode/evaluate/iterate';
import type { Call, ClassValue, InstanceValue, Value } from '../../kerasCode/values/value';
import { spoken, written } from '../../kerasCode/values/words';
import type { TorchSession } from '../session';
import { childrenOf, method, selfOf } from './moduleClass';

type Run = (self: InstanceValue, call: Call) => Value;

/** The entries of a dictionary, or pairs in a list; null for anything else. */
function pairsOf(value: Value | undefined, call: Call): readonly (readonly [string, Value])[] | null {
  if (value?.kind === 'dict') return [...value.entries.values()].map(([key, each]) => [spoken(key), each] as const);
  const items = value && 'items' in value ? (valuesOf(value, call.machine, call.line) ?? []) : null;
  const pairs = items?.map((each) => ('items' in each && each.items.length === 2 ? each.items : null));
  if (!pairs || pairs.includes(null)) return null;
  return pairs.map((pair) => [spoken(pair![0]!), pair![1]!] as const);
}

/** `Sequential`, `ModuleList` and `ModuleDict`. */
export function containerClasses(base: ClassValue, session: TorchSession): readonly ClassValue[] {
  const classOf = (name: string, members: Readonly<Record<string, Run>>): ClassValue => ({
    kind: 'class',
    name,
    bases: [base],
    members: new Map(
      Object.entries(members).map(([key, run]) => [
        key,
        method(key, (call) => run(selfOf(call, name), { ...call, args: call.args.slice(1) })),
      ]),
    ),
  });
  const modules = (self: InstanceValue) => childrenOf(self, base).map(([, child]) => child);
  const push = (self: InstanceValue, value: Value, line: number) => {
    // What is no module is seen when it is called.
    if (value.kind === 'none') return;
    if (value.kind === 'unknown')
      throw new CodeError('unknownValue', line, { name: value.name, wanted: self.class.name, from: '' });
    self.fields.set(String(self.fields.size), value);
  };
  const pushAll = (self: InstanceValue, value: Value | undefined, { machine, line }: Call) => {
    const values = value ? valuesOf(value, machine, line) : [];
    if (!values)
      throw new CodeError('unknownValue', line, { name: written(value!), wanted: self.class.name, from: '' });
    for (const each of values) push(self, each, line);
  };
  const renumber = (self: InstanceValue, values: readonly Value[]) => {
    self.fields.clear();
    values.forEach((value, at) => self.fields.set(String(at), value));
  };
  /** The name of the module at a place, counted from either end. Throws `CodeError('index')`. */
  const nameAt = (self: InstanceValue, index: Value, line: number): string => {
    const name = index.kind === 'number' ? [...self.fields.keys()].at(index.value) : spoken(index);
    if (name !== undefined && self.fields.has(name)) return name;
    throw new CodeError('index', line, { object: self.class.name, index: written(index) });
  };
  const listed: Readonly<Record<string, Run>> = {
    __len__: (self) => int(self.fields.size),
    __iter__: (self) => list([...self.fields.values()]),
    __getitem__(self, { args: [index = none], line, machine }) {
      if (index.kind === 'slice') {
        const part = machine.call(machine.resolve('torch.nn.Sequential'), {
          machine,
          line,
          args: [],
          named: new Map(),
        });
        const bound = (value: Value) => (value.kind === 'number' ? value.value : undefined);
        const chosen = [...self.fields.values()].slice(bound(index.start), bound(index.stop));
        if (part.kind === 'instance') renumber(part, chosen);
        return part;
      }
      return self.fields.get(nameAt(self, index, line))!;
    },
    __setitem__(self, { args: [index = none, value = none], line }) {
      self.fields.set(nameAt(self, index, line), value);
      return none;
    },
    __delitem__(self, { args: [index = none], line }) {
      const gone = nameAt(self, index, line);
      renumber(
        self,
        [...self.fields].filter(([name]) => name !== gone).map(([, value]) => value),
      );
      return none;
    },
    append(self, { args: [value = none], line }) {
      push(self, value, line);
      return self;
    },
    extend(self, call) {
      pushAll(self, call.args[0], call);
      return self;
    },
    insert(self, { args: [at, value = none] }) {
      const own = [...self.fields.values()];
      own.splice(at?.kind === 'number' ? at.value : 0, 0, value);
      renumber(self, own);
      return self;
    },
  };
  const sequential = classOf('Sequential', {
    ...listed,
    __init__(self, call) {
      session.modules.push(self);
      const pairs = call.args.length === 1 && call.args[0]?.kind === 'dict' ? pairsOf(call.args[0], call) : null;
      if (pairs) for (const [name, value] of pairs) self.fields.set(name, value);
      else for (const each of call.args) push(self, each, call.line);
      return none;
    },
    forward(self, call) {
      const [first = none] = call.args;
      return modules(self).reduce<Value>(
        (value, each) => call.machine.call(each, { ...call, args: [value], named: new Map() }),
        first,
      );
    },
  });
  const moduleList = classOf('ModuleList', {
    ...listed,
    __init__(self, call) {
      pushAll(self, call.args[0] ?? call.named.get('modules'), call);
      return none;
    },
  });
  const dictionary = classOf('ModuleDict', {
    __init__(self, call) {
      for (const [name, value] of pairsOf(call.args[0], call) ?? []) self.fields.set(name, value);
      return none;
    },
    __len__: (self) => int(self.fields.size),
    __iter__: (self) => list([...self.fields.keys()].map(text)),
    __getitem__(self, { args: [key = none], line }) {
      const found = self.fields.get(spoken(key));
      if (found) return found;
      throw new CodeError('index', line, { object: 'ModuleDict', index: written(key) });
    },
    __setitem__(self, { args: [key = none, value = none] }) {
      self.fields.set(spoken(key), value);
      return none;
    },
    items: (self) => list([...self.fields].map(([name, value]) => tuple([text(name), value]))),
    keys: (self) => list([...self.fields.keys()].map(text)),
    values: (self) => list([...self.fields.values()]),
    update(self, call) {
      for (const [name, value] of pairsOf(call.args[0], call) ?? []) self.fields.set(name, value);
      return none;
    },
  });
  return [sequential, moduleList, dictionary];
}
