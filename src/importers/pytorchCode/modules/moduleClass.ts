import { CodeError } from '../../kerasCode/codeError';
import { callMethod } from '../../kerasCode/evaluate/methods';
import { list, native, none, text, truth, tuple, unknown } from '../../kerasCode/values/make';
import { member } from '../../kerasCode/values/members';
import type { Call, ClassValue, InstanceValue, NativeValue, Value } from '../../kerasCode/values/value';
import type { TorchSession } from '../session';
import { TorchData, TorchParameter } from '../trace/data';
import { isTensor } from '../trace/tensor';

export const method = (name: string, run: NativeValue['run']): NativeValue => ({ ...native(name, run), method: true });

/** The object that a method belongs to. Throws `CodeError('argument')`. */
export function selfOf({ args: [self], line }: Call, callee: string): InstanceValue {
  if (self?.kind === 'instance') return self;
  throw new CodeError('argument', line, { callee, argument: 'self', problem: 'missing' });
}

/** Whether a class is made from another, or is it. */
export const isMadeFrom = (own: ClassValue, wanted: ClassValue, depth = 0): boolean =>
  own === wanted ||
  (depth < 20 && own.bases.some((base) => base.kind === 'class' && isMadeFrom(base, wanted, depth + 1)));

/** Parts of a module that are modules, by name. */
export function childrenOf(module: InstanceValue, base: ClassValue): readonly (readonly [string, InstanceValue])[] {
  return [...module.fields].flatMap(([name, value]) =>
    value.kind === 'instance' && isMadeFrom(value.class, base) ? [[name, value] as const] : [],
  );
}

/** A module and all in it, by their paths; each once. */
export function modulesIn(root: InstanceValue, base: ClassValue): ReadonlyMap<InstanceValue, string> {
  const found = new Map<InstanceValue, string>();
  const look = (module: InstanceValue, path: string, depth: number) => {
    if (found.has(module) || depth > 100) return;
    found.set(module, path);
    for (const [name, child] of childrenOf(module, base))
      look(child, path === '' ? name : `${path}.${name}`, depth + 1);
  };
  look(root, '', 0);
  return found;
}

/** Learned numbers in a module and all in it, by their names in a `state_dict`. */
export function parametersIn(root: InstanceValue, base: ClassValue): ReadonlyMap<string, TorchParameter> {
  const found = new Map<string, TorchParameter>();
  for (const [module, path] of modulesIn(root, base)) {
    for (const [name, value] of module.fields) {
      if (value instanceof TorchParameter) found.set(path === '' ? name : `${path}.${name}`, value);
    }
  }
  return found;
}

const same = (name: string) => method(name, (call) => selfOf(call, name));

/** Sizes of data that a model is called with; null where it is called with anything else. */
function sizesIn(call: Call): readonly (readonly number[])[] | null {
  const data = call.args.slice(1);
  return data.length > 0 && data.every((each) => each instanceof TorchData)
    ? data.map((each) => (each as TorchData).dims)
    : null;
}

/** Calls a module: on the tensors of a model what its `forward` does; on data nothing is computed. */
function callModule(session: TorchSession, call: Call): Value {
  const self = selfOf(call, 'Module');
  const { trace } = session;
  if (trace === null) {
    const sizes = sizesIn(call);
    if (sizes) session.said.push({ of: self, sizes, batched: true });
    return unknown(`${self.class.name}(…)`, call.line);
  }
  const forward = member(self.class, 'forward');
  if (!forward) throw new CodeError('attribute', call.line, { object: self.class.name, name: 'forward' });
  const isLayer = forward.kind === 'native';
  const around = trace.stack.at(-1)?.path ?? '';
  const own = self.class.name.toLowerCase();
  const path = trace.paths.get(self) ?? (around === '' ? own : `${around}.${own}`);
  trace.stack.push({ path, isLayer });
  try {
    return callMethod(forward, self, { ...call, args: call.args.slice(1) });
  } finally {
    trace.stack.pop();
  }
}

/** `torch.nn.Module`, from which all modules are made. */
export function moduleClass(session: TorchSession): ClassValue {
  const base: ClassValue = { kind: 'class', name: 'Module', bases: [], members: new Map() };
  const add = (name: string, run: (self: InstanceValue, call: Call) => Value) =>
    base.members.set(
      name,
      method(name, (call) => run(selfOf(call, name), { ...call, args: call.args.slice(1) })),
    );
  const named = (call: Call, at: number, key: string) => call.args[at] ?? call.named.get(key);
  base.members.set('training', truth(true));
  add('__init__', (self) => {
    session.modules.push(self);
    return none;
  });
  base.members.set(
    '__call__',
    method('__call__', (call) => callModule(session, call)),
  );
  const put = (self: InstanceValue, call: Call): Value => {
    const [name, value] = [
      named(call, 0, 'name'),
      call.args[1] ?? call.named.get('module') ?? call.named.get('tensor') ?? call.named.get('param'),
    ];
    if (name?.kind === 'string' && value) self.fields.set(name.value, value);
    return none;
  };
  for (const name of ['add_module', 'register_module', 'register_buffer', 'register_parameter']) add(name, put);
  const all = (self: InstanceValue) => [...modulesIn(self, base)];
  add('modules', (self) => list(all(self).map(([module]) => module)));
  add('named_modules', (self) => list(all(self).map(([module, path]) => tuple([text(path), module]))));
  add('children', (self) => list(childrenOf(self, base).map(([, child]) => child)));
  add('named_children', (self) => list(childrenOf(self, base).map(([name, child]) => tuple([text(name), child]))));
  add('parameters', (self) => list([...parametersIn(self, base).values()]));
  add('named_parameters', (self) =>
    list([...parametersIn(self, base)].map(([name, value]) => tuple([text(name), value]))),
  );
  add('requires_grad_', (self, call) => {
    const value = named(call, 0, 'requires_grad');
    for (const each of parametersIn(self, base).values()) each.frozen = value?.kind === 'boolean' && !value.value;
    return self;
  });
  add('apply', (self) => self);
  add('get_submodule', (self, call) => {
    const path = call.args[0];
    const found = all(self).find(([, own]) => path?.kind === 'string' && own === path.value)?.[0];
    return found ?? unknown('get_submodule(…)', call.line);
  });
  for (const name of 'train eval to cuda cpu float double half'.split(' ')) base.members.set(name, same(name));
  for (const name of 'zero_grad load_state_dict'.split(' '))
    base.members.set(
      name,
      method(name, () => none),
    );
  add('state_dict', (_, { line }) => unknown('state_dict()', line));
  return base;
}

/** Whether anything of a model goes in. */
export const takesTensors = (values: readonly Value[]): boolean =>
  values.some((value) => isTensor(value) || ('items' in value && takesTensors(value.items)));
