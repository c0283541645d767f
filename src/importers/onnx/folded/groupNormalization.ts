import type { OnnxAttribute, OnnxNode } from '../file/onnxGraph';
import type { Fold } from './wiring';

const isAll = (values: ArrayLike<number> | undefined, number: number) =>
  values !== undefined && Array.from(values).every((value) => value === number);

/**
 * Older files have no group normalization: the channels of a group become the pixels of one channel, which is normalized
 * and put back; then each channel has its scale and offset.
 */
export const groupNormalization: Fold = ({ nodes }, wiring) => {
  const found = new Map<OnnxNode, OnnxNode | null>();
  for (const node of nodes) {
    if (node.op !== 'InstanceNormalization') continue;
    const before = wiring.maker(node.inputs[0]);
    const back = wiring.next(node);
    const shape = wiring.constant(before?.inputs[1])?.values;
    if (before?.op !== 'Reshape' || back?.op !== 'Reshape' || shape?.length !== 3 || shape[2] !== -1) continue;
    const isPlain =
      isAll(wiring.constant(node.inputs[1])?.values, 1) && isAll(wiring.constant(node.inputs[2])?.values, 0);
    const scaled = wiring.next(back);
    const moved = wiring.next(scaled);
    const weights = [scaled, moved].map((each) => each?.inputs.find((name) => wiring.constant(name) !== undefined));
    if (!isPlain || scaled?.op !== 'Mul' || moved?.op !== 'Add' || weights.includes(undefined)) continue;
    const groups: OnnxAttribute = { int: shape[1]!, floats: [], ints: [], texts: [] };
    const attributes = new Map([...node.attributes, ['num_groups', groups] as const]);
    const inputs = [before.inputs[0]!, weights[0]!, weights[1]!];
    for (const each of [before, node, back, scaled]) found.set(each, null);
    found.set(moved, { ...moved, op: 'GroupNormalization', inputs, attributes });
  }
  return found;
};
