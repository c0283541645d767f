import type { OnnxAttribute, OnnxNode } from '../file/onnxGraph';
import type { Fold, Wiring } from './wiring';

/** The mean over the last axis, which stays with size 1. */
function isLastMean(wiring: Wiring, node: OnnxNode | undefined): node is OnnxNode {
  if (node?.op !== 'ReduceMean') return false;
  const axes = node.attributes.get('axes')?.ints ?? Array.from(wiring.constant(node.inputs[1])?.values ?? []);
  return axes.join() === '-1' && (node.attributes.get('keepdims')?.int ?? 1) === 1;
}

/** √(mean of the squares of `apart` + epsilon): the epsilon; null where it is something else. */
function epsilonOf(wiring: Wiring, name: string | undefined, apart: string): number | null {
  const root = wiring.maker(name);
  const sum = wiring.maker(root?.inputs[0]);
  const small = sum?.inputs.find((each) => wiring.constant(each) !== undefined);
  if (root?.op !== 'Sqrt' || sum?.op !== 'Add' || small === undefined) return null;
  const mean = wiring.maker(wiring.other(sum, small));
  const square = isLastMean(wiring, mean) ? wiring.maker(mean.inputs[0]) : undefined;
  const isSquare =
    (square?.op === 'Pow' && square.inputs[0] === apart && wiring.isNumber(square.inputs[1], 2)) ||
    (square?.op === 'Mul' && square.inputs.every((each) => each === apart));
  const values = wiring.constant(small)!.values;
  return isSquare && values.length === 1 ? values[0]! : null;
}

/** Files before ONNX 17 spell it out: (x − mean) / √(variance + epsilon) · scale + offset. Source: PyTorch's exporter. */
export const layerNormalization: Fold = ({ nodes }, wiring) => {
  const found = new Map<OnnxNode, OnnxNode | null>();
  for (const node of nodes) {
    if (node.op !== 'Div') continue;
    const apart = wiring.maker(node.inputs[0]);
    const mean = wiring.maker(apart?.inputs[1]);
    const x = apart?.inputs[0];
    if (apart?.op !== 'Sub' || !isLastMean(wiring, mean) || mean.inputs[0] !== x || x === undefined) continue;
    const small = epsilonOf(wiring, node.inputs[1], node.inputs[0]!);
    const scaled = wiring.next(node);
    const moved = wiring.next(scaled);
    const [scale, offset] = [scaled, moved].map((each) =>
      each?.inputs.find((name) => wiring.constant(name) !== undefined),
    );
    const isWhole = scaled?.op === 'Mul' && moved?.op === 'Add' && scale !== undefined && offset !== undefined;
    if (small === null || !isWhole) continue;
    const number = (value: Partial<OnnxAttribute>): OnnxAttribute => ({ floats: [], ints: [], texts: [], ...value });
    const attributes = new Map([
      ['axis', number({ int: -1 })],
      ['epsilon', number({ float: small })],
    ]);
    for (const each of [node, scaled]) found.set(each, null);
    found.set(moved, { ...moved, op: 'LayerNormalization', inputs: [x, scale, offset], attributes });
  }
  return found;
};
