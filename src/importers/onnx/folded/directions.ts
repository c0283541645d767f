import type { OnnxAttribute, OnnxNode } from '../file/onnxGraph';
import type { Fold, Wiring } from './wiring';

const ints = (values: readonly number[]): OnnxAttribute => ({ floats: [], ints: values, texts: [] });
const recurrent = /^(LSTM|GRU|RNN)$/;

/** Numbers of an attribute, or of the input that newer versions have in its place. */
const numbers = (wiring: Wiring, { attributes, inputs }: OnnxNode, name: string, at: number) => {
  const values = attributes.get(name)?.ints ?? wiring.constant(inputs[at])?.values;
  return values && Array.from(values);
};

/** Which direction of a recurrent layer's outputs a node takes alone, without their axis; null where it does not. */
function halfOf(wiring: Wiring, squeeze: OnnxNode | undefined) {
  const slice = wiring.maker(squeeze?.inputs[0]);
  if (squeeze?.op !== 'Squeeze' || slice?.op !== 'Slice' || numbers(wiring, squeeze, 'axes', 1)?.join() !== '1')
    return null;
  const [start, end, axis] = [
    numbers(wiring, slice, 'starts', 1),
    numbers(wiring, slice, 'ends', 2),
    numbers(wiring, slice, 'axes', 3),
  ];
  const from = wiring.maker(slice.inputs[0]);
  const isHalf = axis?.join() === '1' && end?.[0] === (start?.[0] ?? 0) + 1;
  if (!from || !recurrent.test(from.op) || !isHalf || slice.inputs[0] !== from.outputs[0]) return null;
  return { slice, squeeze, half: start![0]!, from };
}

/** TensorFlow's converter takes both directions apart and joins them again, as they lie: what PyTorch does by a Reshape. */
export const directions: Fold = ({ nodes }, wiring) => {
  const found = new Map<OnnxNode, OnnxNode | null>();
  for (const node of nodes) {
    if (node.op !== 'Concat' || node.inputs.length !== 2) continue;
    const [one, other] = node.inputs.map((name) => halfOf(wiring, wiring.maker(name)));
    const axis = node.attributes.get('axis')?.int;
    const isBoth = one && other && one.from === other.from && one.half === 0 && other.half === 1;
    if (!isBoth || (axis !== 2 && axis !== -1)) continue;
    const perm = new Map([['perm', ints([0, 2, 1, 3])]]);
    for (const each of [one.slice, other.slice, other.squeeze]) found.set(each, null);
    found.set(one.squeeze, { ...one.squeeze, op: 'Transpose', inputs: [one.from.outputs[0]!], attributes: perm });
    const shape = new Map([['shape', ints([0, 0, -1])]]);
    found.set(node, { ...node, op: 'Reshape', inputs: [one.squeeze.outputs[0]!], attributes: shape });
  }
  return found;
};

/** The last step of a recurrent layer's, cut out by `Slice`, is the one that `Gather` takes. */
export const lastStep: Fold = ({ nodes }, wiring) => {
  const found = new Map<OnnxNode, OnnxNode | null>();
  for (const node of nodes) {
    if (node.op !== 'Slice' || numbers(wiring, node, 'starts', 1)?.join() !== '-1') continue;
    const [end = 0] = numbers(wiring, node, 'ends', 2) ?? [];
    const axes = numbers(wiring, node, 'axes', 3);
    let from = wiring.maker(node.inputs[0]);
    while (from && /^(Squeeze|Transpose|Reshape)$/.test(from.op)) from = wiring.maker(from.inputs[0]);
    const isStep = from !== undefined && recurrent.test(from.op) && axes?.length === 1 && end >= 2 ** 31 - 1;
    if (!isStep || node.inputs.length < 2) continue;
    const axis: OnnxAttribute = { ...ints([]), int: axes[0]! };
    found.set(node, {
      ...node,
      op: 'Gather',
      inputs: [node.inputs[0]!, node.inputs[1]!],
      attributes: new Map([['axis', axis]]),
    });
  }
  return found;
};
