import { CodeError } from '../../kerasCode/codeError';
import { int, module, native, text, tuple, truth, unknown } from '../../kerasCode/values/make';
import type { Call, NativeValue, ObjectValue, Value } from '../../kerasCode/values/value';
import { written } from '../../kerasCode/values/words';
import { Arguments } from '../arguments';
import { StepMask } from '../exported/mask';
import type { TorchSession } from '../session';
import { type TensorBehaviour, type TorchTensor, isTensor } from '../trace/tensor';
import { type Trace, batchSize } from '../trace/trace';
import { activationOperations } from './activations';
import { arithmeticOperations, computed } from './arithmetic';
import { indexed } from './indexing';
import { joiningOperations } from './joining';
import type { TorchOperation } from './operation';
import { placeholder } from './placeholder';
import { reducingOperations } from './reducing';
import { reshapingOperations } from './reshaping';
import { windowOperations } from './windows';

/** Functions of tensors by their names, wherever PyTorch has them. */
export const operations: Readonly<Record<string, TorchOperation>> = {
  ...activationOperations,
  ...arithmeticOperations,
  ...joiningOperations,
  ...reducingOperations,
  ...reshapingOperations,
  ...windowOperations,
};

function run(name: string, callee: string, call: Call, trace: Trace): Value {
  return operations[name]!.run(Arguments.of(callee, operations[name]!.signature, call), trace);
}

/** A function of PyTorch as a value; of tensors that are none of a model nothing is known. */
export function operationFunction(name: string, prefix: string, session: TorchSession): NativeValue {
  return native(name, (call) => {
    const given = [...call.args, ...call.named.values()].flatMap((value) => ('items' in value ? value.items : [value]));
    const { trace } = session;
    if (trace === null || !given.some((each) => isTensor(each) || each.kind === 'object'))
      return unknown(`${prefix}${name}(…)`, call.line);
    if (Object.hasOwn(operations, name)) return run(name, `${prefix}${name}`, call, trace);
    return placeholder(name, prefix === 'F.' ? 'torch.nn.functional' : 'torch', call, trace);
  });
}

/** The sizes of an input that are not known: only how many samples there are. */
class OpenShape implements ObjectValue {
  readonly kind = 'object';
  readonly name = 'shape';
  constructor(private readonly tensor: TorchTensor) {}

  attribute(): Value | null {
    return null;
  }

  item(index: Value): Value {
    return index.kind === 'number' && index.value === 0 ? int(batchSize) : int(this.tensor.dims.at(0) ?? 0);
  }

  values(): readonly Value[] {
    return this.tensor.dims.map(int);
  }
}

/** What can be done with the tensors of a model. */
export function behaviourOf(session: TorchSession): TensorBehaviour {
  const traced = (): Trace => {
    if (session.trace) return session.trace;
    throw new CodeError('unread', 0, { what: 'tensor' });
  };
  return {
    attribute(tensor, name, _machine, line) {
      if (name === 'shape') return tensor.isOpen ? new OpenShape(tensor) : tuple(tensor.dims.map(int));
      if (name === 'size') {
        return native(name, ({ args: [axis], named }) => {
          const at = axis ?? named.get('dim');
          const shape = tensor.isOpen ? new OpenShape(tensor) : null;
          if (at?.kind === 'number') return shape ? shape.item(at) : int(tensor.dims.at(at.value) ?? 0);
          return shape ?? tuple(tensor.dims.map(int));
        });
      }
      if (name === 'dim' || name === 'ndimension') return native(name, () => int(tensor.dims.length));
      if (name === 'ndim') return int(tensor.dims.length);
      if (name === 'device' || name === 'dtype') return module(`torch.${name}`);
      if (name === 'is_cuda' || name === 'requires_grad') return truth(false);
      if (name === 'data') return tensor;
      if (name === 'chunk' || name === 'split') return native(name, (call) => parts(tensor, name, call, traced()));
      if (name === 'new_zeros' || name === '__class__') return text('Tensor');
      if (Object.hasOwn(operations, name))
        return native(name, (call) => run(name, name, { ...call, args: [tensor, ...call.args] }, traced()));
      return native(name, (call) =>
        placeholder(name, 'torch.Tensor', { ...call, args: [tensor, ...call.args], line }, traced()),
      );
    },
    item: (tensor, index, _machine, line) => indexed(tensor, index, traced(), line),
    compare: (tensor, operator, other) =>
      operator === '!=' && other.kind === 'number' ? new StepMask([{ tensor, unlike: other.value }]) : null,
    operate: (operator, left, right, _machine, line) => computed(operator, left, right, traced(), line),
  };
}

/** `chunk` and `split`: parts along an axis. */
export function parts(tensor: TorchTensor, name: string, call: Call, trace: Trace): Value {
  const given = Arguments.of(name, name === 'chunk' ? 'chunks dim=0' : 'split_size_or_sections dim=0', call);
  const rank = tensor.dims.length;
  const axis = given.whole('dim') < 0 ? given.whole('dim') + rank : given.whole('dim');
  const size = tensor.dims[axis];
  if (size === undefined)
    throw new CodeError('index', call.line, { object: 'tensor', index: written(given.value('dim')) });
  const each = name === 'chunk' ? [Math.ceil(size / given.whole('chunks'))] : given.wholes('split_size_or_sections');
  const sizes =
    each.length > 1 ? each : Array.from({ length: Math.min(1000, Math.ceil(size / each[0]!)) }, () => each[0]!);
  let from = 0;
  return tuple(
    sizes.map((length) => {
      const bounds = { kind: 'slice', start: int(from), stop: int(Math.min(size, from + length)), step: none } as const;
      from += length;
      const index = tuple([...Array.from({ length: axis }, () => everything), bounds]);
      return indexed(tensor, index, trace, call.line);
    }),
  );
}

const none = { kind: 'none' } as const;
const everything = { kind: 'slice', start: none, stop: none, step: none } as const;
