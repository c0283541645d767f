import { permutedValues } from '../../onnx/operators/weights';
import type { Attributes, OnnxWriter } from '../onnxWriter';
import { type GraphNode, intsAt, textAt } from '../graphNode';
import { fusedAfter } from './fused';

/** Whether the channels are last, as nearly always. */
export const isLast = (node: GraphNode) => !textAt(node, 'data_format', 'NHWC').startsWith('NC');

/** Of a list with one number for each axis those of height and width. */
function sides(node: GraphNode, name: string): readonly number[] {
  const all = intsAt(node, name);
  if (all.length !== 4) return [1, 1];
  return isLast(node) ? all.slice(1, 3) : all.slice(2);
}

/** How a window goes over a picture, as ONNX says it. */
export function windowAttributes(node: GraphNode): Attributes {
  const padding = textAt(node, 'padding', 'VALID');
  const own = intsAt(node, 'explicit_paddings');
  const [top = 0, bottom = 0, left = 0, right = 0] = isLast(node) ? own.slice(2, 6) : own.slice(4);
  const pads: Attributes =
    padding === 'EXPLICIT'
      ? { pads: { ints: [top, left, bottom, right] } }
      : { auto_pad: { text: padding === 'SAME' ? 'SAME_UPPER' : 'VALID' } };
  return { strides: { ints: sides(node, 'strides') }, dilations: { ints: sides(node, 'dilations') }, ...pads };
}

/** Around a layer of ONNX, which has the channels first, the axes in the order of TensorFlow. */
export function aroundFirst(
  writer: OnnxWriter,
  node: GraphNode,
  output: string,
  write: (input: string, output: string) => void,
): void {
  const [input = ''] = node.inputs;
  if (!isLast(node)) return write(input, output);
  const inside = writer.fresh();
  write(writer.first(input), inside);
  writer.last(inside, output);
}

/** A kernel `[height, width, channels, filters]` in ONNX's order. */
function turnedKernel(writer: OnnxWriter, name: string, isDepthwise: boolean): string {
  const kernel = writer.constants.get(name);
  if (kernel?.dims.length !== 4) return name;
  const { shape, values } = permutedValues(kernel, isDepthwise ? [2, 3, 0, 1] : [3, 2, 0, 1]);
  const [outer, inner, height, width] = shape as [number, number, number, number];
  return writer.constant(isDepthwise ? [outer * inner, 1, height, width] : shape, values);
}

/** `Conv2D`, `DepthwiseConv2dNative` and those with a bias and an activation behind. */
export const convolution =
  (isDepthwise: boolean) =>
  (writer: OnnxWriter, node: GraphNode): void => {
    const [, kernel = ''] = node.inputs;
    const channels = writer.constants.get(kernel)?.dims[2] ?? 1;
    const weights = turnedKernel(writer, kernel, isDepthwise);
    const attributes = { ...windowAttributes(node), ...(isDepthwise ? { group: { int: channels } } : {}) };
    fusedAfter(writer, node, (output) =>
      aroundFirst(writer, node, output, (input, inside) => {
        writer.put('Conv', [input, weights], inside, writer.nameOf(node, fusedName), attributes);
      }),
    );
  };

/** The layer alone is meant, not what is fused behind it. */
const fusedName = 'conv';

/** `Conv2DBackpropInput`: a transposed convolution, whose padding is taken off what comes out. */
export function transposedConvolution(writer: OnnxWriter, node: GraphNode): void {
  const [, kernel = '', input = ''] = node.inputs;
  const found = writer.constants.get(kernel);
  const strides = sides(node, 'strides');
  const sizes = found?.dims.slice(0, 2) ?? [1, 1];
  const over = sizes.map((size, axis) => size - strides[axis]!);
  const taken = textAt(node, 'padding', 'VALID') === 'SAME' ? over.map((size) => Math.max(size, 0)) : [0, 0];
  const before = taken.map((size) => Math.floor(size / 2));
  const attributes = {
    strides: { ints: strides },
    pads: { ints: [...before, ...taken.map((size, axis) => size - before[axis]!)] },
    output_padding: { ints: over.map((size) => Math.max(-size, 0)) },
  };
  const weights = turnedKernel(writer, kernel, false);
  aroundFirst(writer, { ...node, inputs: [input] }, node.name, (first, inside) => {
    writer.put('ConvTranspose', [first, weights], inside, writer.nameOf(node, 'conv'), attributes);
  });
}

/** `MaxPool` and `AvgPool`. */
export const pooling =
  (op: string) =>
  (writer: OnnxWriter, node: GraphNode): void =>
    aroundFirst(writer, node, node.name, (input, output) => {
      const attributes = { kernel_shape: { ints: sides(node, 'ksize') }, ...windowAttributes(node) };
      writer.put(op, [input], output, writer.nameOf(node, 'pool'), attributes);
    });
