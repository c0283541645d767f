import type { Operation } from '../operation';
import * as activations from './activation';
import { add, div, extreme, mul, neg, several, sub } from './arithmetic';
import { conv, convTranspose } from './convolution';
import { gemm, matMul } from './dense';
import { gather } from './embedding';
import { batchNormalization, groupNormalization, layerNormalization } from './normalization';
import { globalPool, pool, reduce } from './pooling';
import { recurrent } from './recurrent';
import { reduceAs } from './reducing';
import { pad, resize } from './resizing';
import { slice } from './slicing';
import { concat, dropout, flatten, reshape, same, squeeze, tile, transpose, unsqueeze } from './shaping';

const { activation } = activations;

/** What becomes of each operator of ONNX that a brick can do. */
export const operators: Readonly<Record<string, (operation: Operation) => void>> = {
  Add: add,
  AveragePool: pool('Average'),
  BatchNormalization: batchNormalization,
  Cast: same,
  Celu: activations.celu,
  Clip: activations.clip,
  Concat: concat,
  Conv: conv,
  ConvTranspose: convTranspose,
  Div: div,
  Dropout: dropout,
  Elu: activations.elu,
  Exp: activation('exponential'),
  Flatten: flatten,
  Gather: gather,
  Gelu: activations.gelu,
  Gemm: gemm,
  GlobalAveragePool: globalPool('Average'),
  GlobalMaxPool: globalPool('Max'),
  GroupNormalization: groupNormalization(false),
  GRU: recurrent,
  HardSigmoid: activations.hardSigmoid,
  HardSwish: activation('hard_silu'),
  Identity: same,
  InstanceNormalization: groupNormalization(true),
  LayerNormalization: layerNormalization,
  LeakyRelu: activations.leakyRelu,
  LogSoftmax: activations.softmax('log_softmax'),
  LSTM: recurrent,
  MatMul: matMul,
  Max: extreme('Maximum'),
  MaxPool: pool('Max'),
  Mean: several('Average'),
  Min: extreme('Minimum'),
  Mish: activation('mish'),
  Mul: mul,
  Neg: neg,
  Pad: pad,
  PRelu: activations.prelu,
  ReduceMax: reduce('Max'),
  ReduceMean: reduce('Average'),
  ReduceMin: reduceAs('min'),
  ReduceSum: reduceAs('sum'),
  Relu: activation('relu'),
  Reshape: reshape,
  Resize: resize,
  RNN: recurrent,
  Selu: activations.selu,
  Shrink: activations.shrink,
  Sigmoid: activation('sigmoid'),
  Slice: slice,
  Softmax: activations.softmax('softmax'),
  Softplus: activation('softplus'),
  Softsign: activation('softsign'),
  Squeeze: squeeze,
  Sub: sub,
  Sum: several('Add'),
  Swish: activation('silu'),
  Tanh: activation('tanh'),
  ThresholdedRelu: activations.thresholdedRelu,
  Tile: tile,
  Transpose: transpose,
  Unsqueeze: unsqueeze,
  Upsample: resize,
};
