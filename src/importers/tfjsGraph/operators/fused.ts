import type { Attributes, OnnxWriter } from '../onnxWriter';
import { type GraphNode, floatAt, textsAt } from '../graphNode';

/** What TensorFlow puts behind a layer in the same node, as ONNX's operator with its attributes. */
const activations: Readonly<Record<string, (node: GraphNode) => readonly [op: string, attributes: Attributes]>> = {
  Relu: () => ['Relu', {}],
  Relu6: () => ['Clip', { min: { float: 0 }, max: { float: 6 } }],
  Elu: () => ['Elu', {}],
  Sigmoid: () => ['Sigmoid', {}],
  Tanh: () => ['Tanh', {}],
  LeakyRelu: (node) => ['LeakyRelu', { alpha: { float: floatAt(node, 'leakyrelu_alpha', 0.2) } }],
};

/** A layer by `write`, and behind it what its node has fused: a bias, an activation. */
export function fusedAfter(writer: OnnxWriter, node: GraphNode, write: (output: string) => void): void {
  const fused = textsAt(node, 'fused_ops');
  const names = fused.map((_, at) => (at === fused.length - 1 ? node.name : writer.fresh()));
  let input = fused.length === 0 ? node.name : writer.fresh();
  write(input);
  let given = 2;
  for (const [at, op] of fused.entries()) {
    const output = names[at]!;
    const known = Object.hasOwn(activations, op) ? activations[op] : undefined;
    if (op === 'BiasAdd') writer.put('Add', [input, node.inputs[given++] ?? ''], output, writer.nameOf(node, 'bias'));
    else if (op === 'Prelu') writer.put('PRelu', [input, node.inputs[given++] ?? ''], output, writer.nameOf(node));
    else if (known) {
      const [name, attributes] = known(node);
      writer.put(name, [input], output, writer.nameOf(node, op.toLowerCase()), attributes);
    } else writer.put(op, [input], output, node.name);
    input = output;
  }
}
