import type { OnnxNode } from '../file/onnxGraph';
import type { Fold } from './wiring';

/** PyTorch's softplus is x itself above a limit, where both are the same in float32: `Where(x > 20, x, Softplus(x))`. */
export const softplus: Fold = ({ nodes }, wiring) => {
  const found = new Map<OnnxNode, OnnxNode | null>();
  for (const node of nodes) {
    if (node.op !== 'Where') continue;
    const [condition, x, other] = node.inputs;
    const [greater, own] = [wiring.maker(condition), wiring.maker(other)];
    const limit = wiring.constant(greater?.inputs[1])?.values;
    const isAbove = greater?.op === 'Greater' && greater.inputs[0] === x && limit?.length === 1 && limit[0]! >= 20;
    if (!isAbove || own?.op !== 'Softplus' || own.inputs[0] !== x) continue;
    found.set(node, { ...node, op: 'Identity', inputs: [other!] });
  }
  return found;
};
