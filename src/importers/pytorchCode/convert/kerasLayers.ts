import type { Config } from '../../kerasGraph/kerasGraph';
import type { Weight } from '../../onnx/conversion';
import { type OwnOperators, convert } from '../../onnx/convert';
import type { OnnxAttribute, OnnxGraph, OnnxNode } from '../../onnx/file/onnxGraph';
import { Operation } from '../../onnx/operation';
import { several } from '../../onnx/operators/arithmetic';
import { conv } from '../../onnx/operators/convolution';
import { permutedValues, reshapedWeight } from '../../onnx/operators/weights';
import { type Size, identity } from '../../onnx/value';
import type { Inside } from '../trace/trace';
import { foldedActivations } from './activations';
import { className, configOf } from './kerasNode';
import { dot, permute, picture, rescaling, shaped, zeroPadding } from './kerasShapes';

/** What conversion has to know of the way through the model. */
export interface Traced {
  /** Graphs that a layer does with each step, by what comes out. */
  readonly inside: ReadonlyMap<string, Inside>;
  /** Whether a node stands for a function without a name. */
  isFunction(node: OnnxNode): boolean;
  /** What becomes of operators inside. */
  readonly operators: OwnOperators;
}

/** Weights that lie as Keras has them, behind the first input. */
const weightsOf = (operation: Operation): readonly Weight[] =>
  operation.node.inputs.slice(1).map((_, at) => {
    const constant = operation.constant(at + 1);
    return reshapedWeight(constant, constant.dims);
  });

/** A layer along some axes, which the layer counts otherwise than PyTorch does. */
function alongAxes(operation: Operation): void {
  const input = operation.straight(0);
  const last = input.axes.length - 1;
  const axes = (operation.ints('dims') ?? []).map((dim) => input.axes[dim]!);
  if (input.axes.includes(-1) || axes.some((axis, at) => axis < 1 || axis <= (axes[at - 1] ?? 0)))
    throw operation.unfit();
  const own = axes.length === 1 ? (axes[0] === last ? -1 : axes[0]!) : axes;
  operation.giveEach(className(operation), { ...configOf(operation), axis: own }, input, weightsOf(operation));
}

/** A slope for every number, or one that those along some axes share. */
function slopes(operation: Operation): void {
  const input = operation.straight(0);
  const slope = operation.constant(1);
  if (input.axes.includes(-1) || slope.dims.length !== input.axes.length - 1) throw operation.unfit();
  const order = identity(input.axes.length)
    .slice(1)
    .map((axis) => input.axes.indexOf(axis) - 1);
  const shared = order.flatMap((from, at) => (slope.dims[from] === 1 && input.dims[from + 1] !== 1 ? [at + 1] : []));
  operation.giveEach('PReLU', { shared_axes: shared.length === 0 ? null : shared }, input, [
    permutedValues(slope, order),
  ]);
}

/** `[batch, steps, features]` through a recurrent layer. */
function recurrent(operation: Operation): void {
  const { units, return_sequences: whole } = configOf(operation);
  const merge = operation.text('merge', '');
  const given = operation.conversion.turned(operation.straight(0), identity(3));
  const inner = { class_name: className(operation), config: configOf(operation) };
  const { name } =
    merge === ''
      ? operation.layer(className(operation), inner.config, [given], weightsOf(operation))
      : operation.layer(
          'Bidirectional',
          { layer: inner, merge_mode: merge === 'mean' ? 'ave' : merge },
          [given],
          weightsOf(operation),
        );
  const width = Number(units) * (merge === 'concat' ? 2 : 1);
  const dims: Size[] = whole === true ? [null, given.dims[1]!, width] : [null, width];
  operation.give({ kind: 'tensor', layer: name, axes: identity(dims.length), dims });
}

/** What is added to the loss for a layer's output: a setting of that layer, or a layer of its own. */
function activityPenalty(operation: Operation): void {
  const input = operation.tensor(0);
  const config = configOf(operation);
  if (operation.int('separate', 0) === 1) {
    operation.giveEach('ActivityRegularization', config, input);
    return;
  }
  const before = operation.conversion.layers.get(input.layer)!;
  const { l1 = 0, l2 = 0 } = config;
  const [className, own] = l1 === 0 ? ['L2', { l2 }] : l2 === 0 ? ['L1', { l1 }] : ['L1L2', config];
  before.config = {
    ...before.config,
    activity_regularizer: { class_name: className as string, config: own as Config },
  };
  operation.give(input);
}

/** A depthwise convolution and one of size 1 behind it, as one layer. */
function separable(operation: Operation): void {
  const { conversion, node } = operation;
  const middle = `${node.outputs[0]!}/depthwise`;
  const flag: OnnxAttribute = { floats: [], ints: [], texts: [], int: 1 };
  const attributes = new Map([...node.attributes, ['separable', flag] as const, ['depthwise', flag] as const]);
  const part = { ...node, op: 'Conv', domain: '' };
  const first: OnnxNode = { ...part, inputs: node.inputs.slice(0, 2), outputs: [middle], attributes };
  const inputs = [middle, ...node.inputs.slice(2)];
  const second: OnnxNode = { ...part, inputs, attributes: new Map() };
  conv(new Operation(conversion, first));
  conv(new Operation(conversion, second));
  const layerOf = (name: string) => {
    const value = conversion.values.get(name);
    const draft = value?.kind === 'tensor' ? conversion.layers.get(value.layer) : undefined;
    if (value?.kind !== 'tensor' || !draft) throw operation.unfit();
    return { value, draft };
  };
  const [{ draft: depthwise }, { draft: pointwise, value }] = [layerOf(middle), layerOf(node.outputs[0]!)];
  const { filters, use_bias } = pointwise.config;
  const { kernel_size, strides, dilation_rate, padding, depth_multiplier: multiplier } = depthwise.config;
  if (multiplier === undefined) throw operation.unfit();
  depthwise.className = depthwise.className.replace(/^(Depthwise)?Conv/, 'SeparableConv');
  depthwise.config = {
    filters: filters!,
    kernel_size: kernel_size!,
    strides: strides!,
    dilation_rate: dilation_rate!,
    padding: padding!,
    depth_multiplier: multiplier,
    use_bias: use_bias!,
  };
  depthwise.weights = [...depthwise.weights, ...pointwise.weights];
  conversion.layers.delete(pointwise.name);
  operation.give({ ...value, layer: depthwise.name });
}

/** The layer that each step goes through: the one that its own graph is. */
function perStep(operation: Operation, { inside: graphs, isFunction, operators }: Traced): void {
  const inside = graphs.get(operation.node.outputs[0]!);
  const given = operation.conversion.turned(operation.straight(0), identity(operation.straight(0).axes.length));
  if (!inside) throw operation.unfit();
  const graph: OnnxGraph = {
    name: '',
    opset: 17,
    nodes: inside.nodes,
    constants: operation.conversion.graph.constants,
    inputs: [{ name: inside.input, type: 1, dims: inside.dims, axes: identity(inside.dims.length) }],
    outputs: [{ name: inside.output, type: 1, dims: null }],
  };
  const made = convert(graph, '', operators);
  const folded = foldedActivations(made.graph, (layer) => {
    const node = made.origins.get(layer);
    return node !== undefined && isFunction(node);
  });
  const [layer, ...others] = folded.layers.filter((each) => each.className !== 'InputLayer');
  const axes = made.outputAxes[0]!;
  if (!layer || others.length > 0 || axes.some((axis, at) => axis !== at)) throw operation.unfit();
  const weights = made.drafts.find(({ name }) => name === layer.name)!.weights;
  const inner = { class_name: layer.className, config: { name: layer.name, ...layer.config } };
  const { name } = operation.layer('TimeDistributed', { layer: inner }, [given], weights);
  const dims = operation.ints('out')!.map((size, at) => (at === 0 ? null : size));
  if (given.dims[1] === null) dims[1] = null;
  operation.give({ kind: 'tensor', layer: name, axes: identity(dims.length), dims });
}

/** What becomes of the nodes that only code of our own projects has. */
export const exportedOperators = (traced: Traced): OwnOperators => ({
  ActivityPenalty: activityPenalty,
  CropToRatio: (operation) => operation.give(operation.value(0)),
  KerasAlongAxes: alongAxes,
  KerasBothWays: recurrent,
  KerasDot: dot,
  KerasEach: (operation) => operation.giveEach(className(operation), configOf(operation), operation.tensor(0)),
  KerasPerStep: (operation) => perStep(operation, traced),
  KerasPicture: picture,
  KerasRecurrent: recurrent,
  KerasShape: shaped,
  KerasSlopes: slopes,
  Permute: permute,
  Product: several('Multiply'),
  Rescaling: rescaling,
  Separable: separable,
  ZeroPadding: zeroPadding,
});
