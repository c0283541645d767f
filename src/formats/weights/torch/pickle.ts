import { mostParts } from '../fileBounds';
import { type Pickled, PickledDict, PickledName, PickledStorage, PickledTensor } from './pickled';

/** The pickle does something else than to list tensors; `what` is the name of what it would call, or the operation. */
export class PickleRefused extends Error {
  override readonly name = 'PickleRefused';
  constructor(readonly what: string) {
    super(what);
  }
}

/** It ends too early, or what it says makes no sense. */
export class PickleDamaged extends Error {
  override readonly name = 'PickleDamaged';
}

const mark = Symbol('mark');
type Slot = Pickled | typeof mark;

/** Classes and functions that stand in records of tensors. */
const known =
  /^(collections\.OrderedDict|torch\._utils\._rebuild_tensor_v2|torch\._utils\._rebuild_parameter|torch\.Size|torch\.(Float|Double|Half|BFloat16|Long|Int|Short|Char|Byte|Bool)Storage)$/;

const isNumbers = (value: Pickled | undefined): value is readonly number[] =>
  Array.isArray(value) && value.length <= 32 && value.every((each) => typeof each === 'number');

function called(target: Pickled, args: Pickled): Pickled {
  if (!(target instanceof PickledName) || !Array.isArray(args)) throw new PickleDamaged();
  const [first, second, third, fourth] = args as readonly Pickled[];
  switch (target.path) {
    case 'collections.OrderedDict':
      return new PickledDict();
    case 'torch.Size':
      return first ?? [];
    case 'torch._utils._rebuild_parameter':
      return first ?? null;
    case 'torch._utils._rebuild_tensor_v2':
      if (first instanceof PickledStorage && typeof second === 'number' && isNumbers(third) && isNumbers(fourth))
        return new PickledTensor(first, second, third, fourth);
      throw new PickleDamaged();
    default:
      throw new PickleRefused(target.path);
  }
}

/**
 * Reads a pickle that lists tensors, as `torch.save(model.state_dict(), …)` writes it. Nothing is called: the few names of
 * tensor records are known, and any other is refused. Source: Python's `pickletools`. Throws `PickleRefused`,
 * `PickleDamaged`.
 */
export function readPickle(bytes: Uint8Array<ArrayBuffer>): Pickled {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const decoder = new TextDecoder();
  const stack: Slot[] = [];
  const memo = new Map<number, Slot>();
  let at = 0;
  let steps = 0;
  const take = (count: number) => {
    if (count < 0 || at + count > bytes.length) throw new PickleDamaged();
    at += count;
    return at - count;
  };
  const byte = () => bytes[take(1)]!;
  const text = (length: number) => decoder.decode(bytes.subarray(take(length), at));
  const line = () => {
    const end = bytes.indexOf(10, at);
    if (end < 0) throw new PickleDamaged();
    return text(end - at + 1).trimEnd();
  };
  const pop = (): Pickled => {
    const value = stack.pop();
    if (value === undefined || value === mark) throw new PickleDamaged();
    return value;
  };
  const toMark = (): Pickled[] => {
    const from = stack.lastIndexOf(mark);
    if (from < 0) throw new PickleDamaged();
    const values = stack.splice(from).slice(1);
    return values as Pickled[];
  };
  const tuple = (count: number) => stack.push(Array.from({ length: count }, pop).toReversed());
  const top = (): Pickled => {
    const value = stack.at(-1);
    if (value === undefined || value === mark) throw new PickleDamaged();
    return value;
  };
  const named = (path: string) => {
    if (!known.test(path)) throw new PickleRefused(path);
    stack.push(new PickledName(path));
  };
  const put = (pairs: readonly Pickled[]) => {
    const target = top();
    if (!(target instanceof PickledDict)) throw new PickleDamaged();
    for (let index = 0; index + 1 < pairs.length; index += 2) target.entries.set(pairs[index]!, pairs[index + 1]!);
  };
  const append = (values: readonly Pickled[]) => {
    const target = top();
    if (!Array.isArray(target)) throw new PickleDamaged();
    for (const value of values) (target as Pickled[]).push(value);
  };
  const stored = (): PickledStorage => {
    const id = pop();
    const [kind, type, key] = Array.isArray(id) ? (id as readonly Pickled[]) : [];
    if (kind !== 'storage' || !(type instanceof PickledName) || typeof key !== 'string') throw new PickleDamaged();
    return new PickledStorage(type.path, key);
  };
  const get = (key: number) => {
    const value = memo.get(key);
    if (value === undefined) throw new PickleDamaged();
    stack.push(value);
  };
  const long = (length: number) => {
    let value = 0n;
    const from = take(length);
    for (let index = length - 1; index >= 0; index--) value = (value << 8n) | BigInt(bytes[from + index]!);
    return Number(BigInt.asIntN(length * 8, value));
  };
  const operations: Readonly<Record<number, () => unknown>> = {
    0x80: () => take(1),
    0x95: () => take(8),
    0x28: () => stack.push(mark),
    0x4e: () => stack.push(null),
    0x88: () => stack.push(true),
    0x89: () => stack.push(false),
    0x4a: () => stack.push(view.getInt32(take(4), true)),
    0x4b: () => stack.push(byte()),
    0x4d: () => stack.push(view.getUint16(take(2), true)),
    0x8a: () => stack.push(long(byte())),
    0x47: () => stack.push(view.getFloat64(take(8))),
    0x58: () => stack.push(text(view.getUint32(take(4), true))),
    0x8c: () => stack.push(text(byte())),
    0x29: () => stack.push([]),
    0x5d: () => stack.push([]),
    0x7d: () => stack.push(new PickledDict()),
    0x85: () => tuple(1),
    0x86: () => tuple(2),
    0x87: () => tuple(3),
    0x74: () => stack.push(toMark()),
    0x61: () => append([pop()]),
    0x65: () => append(toMark()),
    0x73: () => put([pop(), pop()].toReversed()),
    0x75: () => put(toMark()),
    0x30: () => pop(),
    0x71: () => memo.set(byte(), top()),
    0x72: () => memo.set(view.getUint32(take(4), true), top()),
    0x94: () => memo.set(memo.size, top()),
    0x68: () => get(byte()),
    0x6a: () => get(view.getUint32(take(4), true)),
    0x63: () => named(`${line()}.${line()}`),
    0x93: () => {
      const [name, module] = [pop(), pop()];
      named(`${String(module)}.${String(name)}`);
    },
    0x51: () => stack.push(stored()),
    0x52: () => {
      const [args, target] = [pop(), pop()];
      stack.push(called(target, args));
    },
    // What a dictionary has besides its entries: versions of modules.
    0x62: () => pop(),
  };
  for (;;) {
    steps += 1;
    if (steps > mostParts * 40) throw new PickleDamaged();
    const code = byte();
    if (code === 0x2e) return pop();
    const run = operations[code];
    if (!run) throw new PickleRefused(`opcode 0x${code.toString(16)}`);
    run();
  }
}
