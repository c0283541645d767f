import type { OnnxWriter } from '../onnxWriter';
import { type GraphNode, flagAt, intAt, intsAt } from '../graphNode';

/** An end that no list reaches. */
const beyond = 2 ** 31 - 1;

/** `Mean` and `Max` over the axes that come in second. */
export const reduced =
  (op: string) =>
  (writer: OnnxWriter, { ...node }: GraphNode): void => {
    const [input = '', axes] = node.inputs;
    const over = writer.intsIn(axes);
    const attributes = {
      ...(over === null ? {} : { axes: { ints: over } }),
      keepdims: { int: flagAt(node, 'keep_dims') || flagAt(node, 'keepdims') ? 1 : 0 },
    };
    writer.put(op, over === null ? node.inputs : [input], node.name, writer.nameOf(node, 'pool'), attributes);
  };

/** `Pad` and `PadV2`: a pair for each axis. */
export function padded(writer: OnnxWriter, node: GraphNode): void {
  const [input = '', pairs, value] = node.inputs;
  const flat = writer.intsIn(pairs) ?? [];
  const pads = [...flat.filter((_, at) => at % 2 === 0), ...flat.filter((_, at) => at % 2 === 1)];
  const inputs = [input, writer.ints(pads), ...(value === undefined ? [] : [value])];
  writer.put('Pad', inputs, node.name, writer.nameOf(node, 'pad'));
}

/** `ConcatV2`: the axis comes in last. */
export function concatenated(writer: OnnxWriter, node: GraphNode): void {
  const [axis] = writer.intsIn(node.inputs.at(-1)) ?? [];
  const attributes = axis === undefined ? {} : { axis: { int: axis } };
  writer.put('Concat', node.inputs.slice(0, -1), node.name, writer.nameOf(node, 'concat'), attributes);
}

/** `StridedSlice` of a list of sizes; masks leave a side open, or take one entry alone. */
export function sliced(writer: OnnxWriter, node: GraphNode): void {
  const [input = '', ...parts] = node.inputs;
  const [starts, ends, steps] = parts.map((name) => writer.intsIn(name));
  const isPlain = starts?.length === 1 && ends?.length === 1 && steps?.[0] === 1;
  if (!isPlain) return void writer.put(node.op, node.inputs, node.name, node.name);
  const only = intAt(node, 'shrink_axis_mask', 0) === 1;
  const start = intAt(node, 'begin_mask', 0) === 1 ? 0 : starts[0]!;
  const end = intAt(node, 'end_mask', 0) === 1 ? beyond : only && start === -1 ? beyond : ends[0]!;
  const part = only ? writer.fresh() : node.name;
  writer.put('Slice', [input], part, node.name, { starts: { ints: [start] }, ends: { ints: [end] } });
  if (only) writer.put('Squeeze', [part], node.name, node.name, { axes: { ints: [0] } });
}

/** `Pack` of single numbers into a list. */
export function packed(writer: OnnxWriter, node: GraphNode): void {
  const each = node.inputs.map((input) =>
    writer.put('Unsqueeze', [input], writer.fresh(), node.name, { axes: { ints: [0] } }),
  );
  writer.put('Concat', each, node.name, node.name, { axis: { int: intAt(node, 'axis', 0) } });
}

export function squeezed(writer: OnnxWriter, node: GraphNode): void {
  const axes = intsAt(node, 'squeeze_dims');
  writer.put('Squeeze', node.inputs, node.name, node.name, axes.length > 0 ? { axes: { ints: axes } } : {});
}

export function expanded(writer: OnnxWriter, node: GraphNode): void {
  const [input = '', axis] = node.inputs;
  writer.put('Unsqueeze', [input], node.name, node.name, { axes: { ints: writer.intsIn(axis) ?? [] } });
}

export function transposed(writer: OnnxWriter, node: GraphNode): void {
  const [input = '', perm] = node.inputs;
  const order = writer.intsIn(perm);
  writer.put('Transpose', [input], node.name, node.name, order === null ? {} : { perm: { ints: order } });
}

/** `GatherV2`: rows of a table. */
export function gathered(writer: OnnxWriter, node: GraphNode): void {
  const [table = '', indices = '', axis] = node.inputs;
  const [at = 0] = writer.intsIn(axis) ?? [];
  writer.put('Gather', [table, indices], node.name, writer.nameOf(node, 'embedding'), { axis: { int: at } });
}
