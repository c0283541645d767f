import { CodeError } from '../../kerasCode/codeError';
import { type TorchOperation, emit, tensorAt } from '../operations/operation';
import type { TorchTensor } from '../trace/tensor';
import type { Trace } from '../trace/trace';

/** What a tensor was before it got length 1 along an axis, as Keras's Dot does it; null where it did not. */
function beforeUnit({ id, dims }: TorchTensor, trace: Trace): TorchTensor | null {
  const at = trace.nodes.findIndex(({ outputs }) => outputs[0] === id);
  const node = trace.nodes[at];
  if (node?.attributes.get('className')?.text !== 'UnitNormalization') return null;
  trace.nodes.splice(at, 1);
  return trace.tensor(node.inputs[0]!, dims);
}

/** The sum over one axis of each, which our own projects write as Einstein does: `bcd,bed->bce` without that axis. */
export const einsum: TorchOperation = {
  signature: 'equation one other',
  run(given, trace) {
    const [, left = '', right = '', out = ''] = /^b(\w+),b(\w+)->b(\w*)$/.exec(given.text('equation')) ?? [];
    const axes = [left.indexOf('a') + 1, right.indexOf('a') + 1];
    if (axes.includes(0) || out !== `${left}${right}`.replaceAll('a', '')) throw given.refuse('equation');
    const tensors = [tensorAt(given, 'one'), tensorAt(given, 'other')];
    const before = tensors.map((tensor) => beforeUnit(tensor, trace));
    if (before.includes(null) !== before.every((each) => each === null))
      throw new CodeError('unread', given.line, { what: given.callee });
    const inputs = tensors.map((tensor, at) => before[at] ?? tensor);
    const sizes = inputs.flatMap(({ dims }, at) => dims.filter((_, axis) => axis > 0 && axis !== axes[at]));
    const settings = { axes, normalize: before.includes(null) ? 0 : 1 };
    return emit(trace, given, 'KerasDot', inputs, settings, [inputs[0]!.dims[0]!, ...sizes], { own: true });
  },
};
