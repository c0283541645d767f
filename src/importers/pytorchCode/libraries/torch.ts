import { int, module, native, none, tuple, unknown } from '../../kerasCode/values/make';
import type { Call, Value } from '../../kerasCode/values/value';
import { operationFunction } from '../operations';
import type { TorchSession } from '../session';
import { TorchData } from '../trace/data';
import type { NeuralModules } from './nn';

/** Sizes of an array: one after the other, or in a list. */
function sizesOf({ args, named }: Call, first: number): readonly number[] | null {
  const given = named.get('size') ?? args[first];
  const items = given && 'items' in given ? given.items : args.slice(first);
  const sizes = items.map((each) => (each.kind === 'number' && Number.isInteger(each.value) ? each.value : null));
  return sizes.includes(null) ? null : (sizes as number[]);
}

/** Functions that make data, with the number that all of it is. */
const makers: Readonly<Record<string, number | null>> = {
  zeros: 0,
  ones: 1,
  rand: null,
  randn: null,
  empty: null,
  full: null,
};

function data(name: string, call: Call): Value {
  if (name === 'randint') {
    const sized = call.named.get('size') ?? call.args.find((each) => 'items' in each);
    const sizes = sized ? sizesOf({ ...call, args: [sized], named: new Map() }, 0) : null;
    return sizes ? new TorchData(sizes, null) : unknown('torch.randint(…)', call.line);
  }
  const sizes = sizesOf(name === 'full' ? { ...call, args: call.args.slice(0, 1) } : call, 0);
  return sizes ? new TorchData(sizes, makers[name] ?? null) : unknown(`torch.${name}(…)`, call.line);
}

/** A class of `torch.optim`: what the code trains with. */
const optimizer = (name: string, session: TorchSession) =>
  native(name, ({ args, named, line }) => {
    const second = args[1];
    session.optimizers.push({ name, given: second ? new Map([...named, ['lr', second]]) : named });
    return unknown(name, line);
  });

const loader = (session: TorchSession) =>
  native('DataLoader', ({ args, named, line }) => {
    const size = named.get('batch_size') ?? args[1];
    if (size?.kind === 'number') session.batchSizes.push(size.value);
    return unknown('DataLoader', line);
  });

/** What a path of PyTorch is. */
export function torchMember(path: string, session: TorchSession, modules: NeuralModules): Value {
  const parts = path.split('.');
  const name = parts.at(-1)!;
  const [, family = ''] = parts;
  if (parts.length === 1) return module(path);
  if (family === 'nn') {
    if (parts.length === 2 || (parts.length === 3 && /^(functional|init|utils|modules|parameter)$/.test(name)))
      return module(path);
    if (parts[2] === 'init') return native(path, ({ args }) => args[0] ?? none);
    if (parts[2] === 'functional') return operationFunction(name, 'F.', session);
    return (parts[2] === 'utils' ? null : modules.member(name)) ?? module(path);
  }
  if (family === 'optim') return /^[A-Z]/.test(name) && parts.length === 3 ? optimizer(name, session) : module(path);
  if (family === 'utils') return name === 'DataLoader' ? loader(session) : module(path);
  if (parts.length > 2) return module(path);
  if (Object.hasOwn(makers, name) || name === 'randint')
    return native(path, (call) => {
      const made = data(name, call);
      // Data that the code makes to try a model says how large its inputs are.
      if (made instanceof TorchData && session.trace === null && made.dims.length > 1)
        session.said.push({ of: null, sizes: [made.dims], batched: true });
      return made;
    });
  if (name === 'manual_seed') {
    return native(path, ({ args: [seed] }) => {
      if (seed?.kind === 'number') session.seed = seed.value;
      return none;
    });
  }
  if (name === 'Size') return native(path, ({ args: [sizes] }) => sizes ?? tuple([int(0)]));
  if (
    /^(cuda|backends|jit|onnx|autograd|distributed|device|no_grad|float\d*|int\d*|long|Tensor|save|load|set_\w+)$/.test(
      name,
    )
  )
    return module(path);
  if (/^[A-Z]/.test(name)) return module(path);
  return operationFunction(name, 'torch.', session);
}
