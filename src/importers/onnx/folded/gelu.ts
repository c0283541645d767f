import type { OnnxNode } from '../file/onnxGraph';
import type { Fold, Wiring } from './wiring';

/** A product with this number, or a division by its inverse. */
const isTimes = (wiring: Wiring, node: OnnxNode | undefined, number: number) =>
  node !== undefined &&
  ((node.op === 'Mul' && node.inputs.some((name) => wiring.isNumber(name, number))) ||
    (node.op === 'Div' && wiring.isNumber(node.inputs[1], 1 / number)));

/** The last node of x · (1 + erf(x / √2)) · ½, in any order. */
function endOf(wiring: Wiring, x: string, product: OnnxNode, factor: string | undefined): OnnxNode | undefined {
  const half = wiring.maker(factor);
  if (isTimes(wiring, half, 0.5) && half!.inputs.includes(x)) return product;
  const end = wiring.next(product);
  if (factor === x) return isTimes(wiring, end, 0.5) ? end : undefined;
  const isHalved = wiring.isNumber(factor, 0.5) && end?.op === 'Mul' && wiring.other(end, product.outputs[0]) === x;
  return isHalved ? end : undefined;
}

/** Older files spell gelu out. Source: Keras's `gelu` and PyTorch's `nn.GELU` without approximation. */
export const gelu: Fold = ({ nodes }, wiring) => {
  const found = new Map<OnnxNode, OnnxNode | null>();
  for (const erf of nodes) {
    if (erf.op !== 'Erf') continue;
    const scaled = wiring.maker(erf.inputs[0]);
    const plus = wiring.next(erf);
    if (!isTimes(wiring, scaled, Math.SQRT1_2) || plus?.op !== 'Add') continue;
    const x = scaled!.inputs.find((name) => wiring.constant(name) === undefined);
    const product = wiring.next(plus);
    if (x === undefined || product?.op !== 'Mul' || !plus.inputs.some((name) => wiring.isNumber(name, 1))) continue;
    const end = endOf(wiring, x, product, wiring.other(product, plus.outputs[0]));
    if (end === undefined) continue;
    for (const node of [erf, plus, product]) found.set(node, null);
    found.set(end, { ...end, op: 'Gelu', inputs: [x], attributes: new Map() });
  }
  return found;
};
