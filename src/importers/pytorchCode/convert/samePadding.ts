import type { OnnxNode } from '../../onnx/file/onnxGraph';
import type { Trace } from '../trace/trace';

const ints = ({ attributes }: OnnxNode, name: string) => attributes.get(name)?.ints ?? [];

/** What Keras's `same` puts before and behind an axis. Source: tf.nn, "Notes on padding". */
function samePads(size: number, reach: number, stride: number): readonly [number, number] {
  const total = Math.max(0, (Math.ceil(size / stride) - 1) * stride + reach - size);
  return [Math.floor(total / 2), Math.ceil(total / 2)];
}

/**
 * Zeros that `F.pad` puts around a picture for a convolution alone, or what is less than any number for a maximum, where
 * both are Keras's `same`: one node.
 */
export function withSamePadding(nodes: readonly OnnxNode[], { sizes, constants }: Trace): readonly OnnxNode[] {
  const made = new Map(nodes.map((node) => [node.outputs[0]!, node]));
  const readers = new Map<string, number>();
  for (const { inputs } of nodes) for (const input of inputs) readers.set(input, (readers.get(input) ?? 0) + 1);
  const gone = new Set<OnnxNode>();
  const changed = nodes.map((node) => {
    const isMax = node.op === 'MaxPool';
    const pad = /^(Conv|Separable)$/.test(node.op) || isMax ? made.get(node.inputs[0]!) : undefined;
    const before = pad?.op === 'Pad' ? sizes.get(pad.inputs[0]!) : undefined;
    const kernel = isMax ? ints(node, 'kernel_shape') : constants.get(node.inputs[1] ?? '')?.dims.slice(2);
    if (!pad || !before || !kernel || readers.get(pad.outputs[0]!) !== 1) return node;
    const [outer, inner, rank] = [ints(pad, 'pads'), ints(node, 'pads'), before.length];
    const isInside =
      [0, 1, rank, rank + 1].every((at) => outer[at] === 0) &&
      pad.attributes.get('value')?.float === (isMax ? -Infinity : 0);
    const pads = kernel.map((size, axis) => {
      const [dilation, stride] = [ints(node, 'dilations')[axis]!, ints(node, 'strides')[axis]!] as const;
      const wanted = samePads(before[axis + 2]!, dilation * (size - 1) + 1, stride);
      const sum = [outer[axis + 2]! + inner[axis]!, outer[axis + 2 + rank]! + inner[axis + kernel.length]!];
      const reach = dilation * (size - 1);
      // Of a series all of it may lie before: Keras's `causal`.
      const isCausal = node.op === 'Conv' && kernel.length === 1 && sum[0] === reach && sum[1] === 0;
      return isCausal || (sum[0] === wanted[0] && sum[1] === wanted[1]) ? (sum as [number, number]) : null;
    });
    if (!isInside || pads.includes(null)) return node;
    gone.add(pad);
    const all = [...pads.map((each) => each![0]), ...pads.map((each) => each![1])];
    const attributes = new Map([...node.attributes, ['pads', { floats: all, ints: all, texts: [] }] as const]);
    return { ...node, inputs: [pad.inputs[0]!, ...node.inputs.slice(1)], attributes };
  });
  return changed.filter((node) => !gone.has(node));
}
