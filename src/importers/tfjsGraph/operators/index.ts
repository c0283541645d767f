import type { Attributes, OnnxWriter } from '../onnxWriter';
import { type GraphNode, flagAt, floatAt } from '../graphNode';
import { fusedAfter } from './fused';
import { resized } from './resizing';
import { concatenated, expanded, gathered, packed, padded, reduced, sliced, squeezed, transposed } from './shaping';
import { aroundFirst, convolution, pooling, transposedConvolution } from './windows';

type Write = (writer: OnnxWriter, node: GraphNode) => void;

/** The operator of ONNX that does the same. */
const as =
  (op: string, attributes: (node: GraphNode) => Attributes = () => ({})): Write =>
  (writer, node) =>
    void writer.put(op, node.inputs, node.name, writer.nameOf(node, op.toLowerCase()), attributes(node));

/** Of the inputs the first alone. */
const passed: Write = (writer, node) => void writer.put('Identity', node.inputs.slice(0, 1), node.name, node.name);

const matMul: Write = (writer, node) => {
  if (flagAt(node, 'transpose_a')) return void writer.put(node.op, node.inputs, node.name, node.name);
  const turned = flagAt(node, 'transpose_b');
  fusedAfter(writer, node, (output) => {
    const attributes = turned ? { transB: { int: 1 } } : {};
    writer.put(turned ? 'Gemm' : 'MatMul', node.inputs.slice(0, 2), output, writer.nameOf(node, 'dense'), attributes);
  });
};

const batchNormalization: Write = (writer, node) =>
  aroundFirst(writer, node, node.name, (input, output) => {
    const attributes = { epsilon: { float: floatAt(node, 'epsilon', 1e-4) }, momentum: { float: 0.99 } };
    const [, ...weights] = node.inputs;
    writer.put('BatchNormalization', [input, ...weights], output, writer.nameOf(node, 'batch'), attributes);
  });

/** What becomes of each operator of TensorFlow that ONNX has another name or another form for. */
export const operators: Readonly<Record<string, Write>> = {
  _FusedConv2D: convolution(false),
  _FusedMatMul: matMul,
  Add: as('Add'),
  AddN: as('Sum'),
  AddV2: as('Add'),
  AvgPool: pooling('AveragePool'),
  BiasAdd: as('Add'),
  Cast: passed,
  ConcatV2: concatenated,
  Conv2D: convolution(false),
  Conv2DBackpropInput: transposedConvolution,
  DepthwiseConv2dNative: convolution(true),
  Elu: as('Elu'),
  Exp: as('Exp'),
  ExpandDims: expanded,
  FusedBatchNorm: batchNormalization,
  FusedBatchNormV2: batchNormalization,
  FusedBatchNormV3: batchNormalization,
  FusedConv2D: convolution(false),
  FusedDepthwiseConv2dNative: convolution(true),
  _FusedDepthwiseConv2dNative: convolution(true),
  GatherV2: gathered,
  Identity: passed,
  LeakyRelu: as('LeakyRelu', (node) => ({ alpha: { float: floatAt(node, 'alpha', 0.2) } })),
  LogSoftmax: as('LogSoftmax'),
  MatMul: matMul,
  Max: reduced('ReduceMax'),
  Maximum: as('Max'),
  MaxPool: pooling('MaxPool'),
  Mean: reduced('ReduceMean'),
  Minimum: as('Min'),
  Mul: as('Mul'),
  Neg: as('Neg'),
  Pack: packed,
  Pad: padded,
  PadV2: padded,
  Prelu: as('PRelu'),
  RealDiv: as('Div'),
  Relu: as('Relu'),
  Relu6: as('Clip', () => ({ min: { float: 0 }, max: { float: 6 } })),
  Reshape: as('Reshape'),
  ResizeBilinear: resized('linear'),
  ResizeNearestNeighbor: resized('nearest'),
  Selu: as('Selu'),
  Shape: as('Shape'),
  Sigmoid: as('Sigmoid'),
  Softmax: as('Softmax'),
  Softplus: as('Softplus'),
  Softsign: as('Softsign'),
  Squeeze: squeezed,
  StopGradient: passed,
  StridedSlice: sliced,
  Sub: as('Sub'),
  Tanh: as('Tanh'),
  Transpose: transposed,
};
