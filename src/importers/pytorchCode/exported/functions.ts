import { CodeError } from '../../kerasCode/codeError';
import type { Value } from '../../kerasCode/values/value';
import { written } from '../../kerasCode/values/words';
import type { OnnxAttribute } from '../../onnx/file/onnxGraph';
import type { Arguments } from '../arguments';
import { type TorchOperation, emit, emitEach, tensorAt } from '../operations/operation';
import { paddedBy } from '../operations/windows';
import { TorchTensor, isTensor } from '../trace/tensor';
import type { Trace } from '../trace/trace';
import { einsum } from './dot';
import { emitLayer } from './emitLayer';
import { StepMask } from './mask';
import { perStep } from './perStep';
import { preparations } from './preparations';

/** An activation that PyTorch lacks, by Keras's name. */
const activation = (name: string): TorchOperation => ({
  signature: 'x',
  run: (given, trace) =>
    emitEach(trace, given, 'Activation', tensorAt(given, 'x'), { activation: name }, { own: true }),
});

const slopedRelu: TorchOperation = {
  signature: 'x max_value negative_slope threshold',
  run(given, trace) {
    const config = {
      max_value: given.isNone('max_value') ? null : given.number('max_value'),
      negative_slope: given.number('negative_slope'),
      threshold: given.number('threshold'),
    };
    return emitLayer(trace, given, 'Each', 'ReLU', config, tensorAt(given, 'x'));
  },
};

/** Zeros on both sides as Keras's `same` puts them for this window. */
const samePad: TorchOperation = {
  signature: 'x kernel stride dilation value=0.0',
  run(given, trace) {
    const input = tensorAt(given, 'x');
    const [kernel, stride, dilation] = ['kernel', 'stride', 'dilation'].map((name) => given.wholes(name));
    const sides = input.dims.slice(2).flatMap((size, axis) => {
      const reach = (kernel![axis]! - 1) * dilation![axis]! + 1;
      const total = Math.max((Math.ceil(size / stride![axis]!) - 1) * stride![axis]! + reach - size, 0);
      return [[Math.floor(total / 2), Math.ceil(total / 2)]];
    });
    return paddedBy(given, trace, input, sides.toReversed().flat(), given.number('value'));
  },
};

const whole = (value: number): OnnxAttribute => ({ floats: [], ints: [], texts: [], int: value });

/** A pooling whose padding does not count in the average. */
const sameAveragePool: TorchOperation = {
  signature: 'pool x kernel stride',
  run(given, trace) {
    const input = tensorAt(given, 'x');
    const { machine, line } = given.call;
    const [kernel, stride] = [given.wholes('kernel'), given.wholes('stride')];
    const sizes = input.dims.slice(2).map((size, axis) => Math.ceil(size / stride[axis]!));
    const padded = sizes.map((size, axis) => (size - 1) * stride[axis]! + kernel[axis]!);
    const x = new TorchTensor(input.behaviour, input.id, [...input.dims.slice(0, 2), ...padded]);
    const pooled = machine.call(given.value('pool'), { machine, line, args: [x], named: new Map() });
    const node = trace.nodes.at(-1);
    if (!isTensor(pooled) || node?.op !== 'AveragePool' || node.outputs[0] !== pooled.id)
      throw new CodeError('unread', line, { what: `same_average_pool(${written(given.value('pool'))})` });
    const attributes = new Map([
      ...node.attributes,
      ['auto_pad', { ...whole(0), text: 'SAME_UPPER' }] as const,
      ['count_include_pad', whole(0)] as const,
    ]);
    trace.nodes[trace.nodes.length - 1] = { ...node, attributes };
    return trace.tensor(pooled.id, [...input.dims.slice(0, 2), ...sizes]);
  },
};

const sized = ({ dims }: TorchTensor, given: Arguments) => [
  ...dims.slice(0, 2),
  given.whole('height'),
  given.whole('width'),
];

const centerCrop: TorchOperation = {
  signature: 'x height width',
  run(given, trace) {
    const input = tensorAt(given, 'x');
    const config = { height: given.whole('height'), width: given.whole('width') };
    return emitLayer(trace, given, 'Picture', 'CenterCrop', config, input, { out: sized(input, given) });
  },
};

/** The first half of a resizing that keeps the ratio. */
const cropToRatio: TorchOperation = {
  signature: 'x height width',
  run(given, trace) {
    const input = tensorAt(given, 'x');
    return emit(trace, given, 'CropToRatio', [input], {}, input.dims, { own: true });
  },
};

/** Values in a list. Throws `CodeError('notTensor')`. */
function listAt(given: Arguments, name: string): readonly Value[] {
  const value = given.value(name);
  if ('items' in value) return value.items;
  throw new CodeError('notTensor', given.line, { layer: given.callee, got: written(value).slice(0, 80) });
}

const tensorsAt = (given: Arguments, name: string): readonly TorchTensor[] =>
  listAt(given, name).map((value) => tensorAt(given.with(name, value), name));

/** Masks tell the layers behind which steps count: Keras's hand them on by themselves. */
function merged(op: string, given: Arguments, trace: Trace): TorchTensor {
  const tensors = tensorsAt(given, 'values');
  trace.masks.push(...masksAt(given));
  return emit(trace, given, op, tensors, {}, tensors[0]!.dims, { own: op === 'Product' });
}

const masksAt = (given: Arguments): readonly StepMask[] =>
  listAt(given, 'masks').flatMap((mask) => (mask instanceof StepMask ? [mask] : []));

const maskedMean: TorchOperation = {
  signature: 'x mask dim keepdim',
  run(given, trace) {
    const input = tensorAt(given, 'x');
    const [axis, keeps, mask] = [given.whole('dim'), given.flag('keepdim'), given.value('mask')];
    if (mask instanceof StepMask) trace.masks.push(mask);
    const dims = input.dims.flatMap((size, at) => (at !== axis ? [size] : keeps ? [1] : []));
    return emit(trace, given, 'ReduceMean', [input], { axes: [axis], keepdims: keeps ? 1 : 0 }, dims);
  },
};

const extremes: Readonly<Record<string, string>> = { maximum: 'Max', minimum: 'Min' };

const maskedExtreme: TorchOperation = {
  signature: 'choose values masks',
  run(given, trace) {
    const choose = given.value('choose');
    const op = choose.kind === 'native' ? extremes[choose.name] : undefined;
    if (op === undefined) throw given.refuse('choose');
    return merged(op, given, trace);
  },
};

const joinedMask: TorchOperation = {
  signature: 'values masks dim',
  run: (given) => new StepMask(masksAt(given).flatMap(({ of }) => of)),
};

/** Vectors of length 1 along an axis. */
const normalize: TorchOperation = {
  signature: 'input p=2.0 dim=1 eps=1e-12',
  run(given, trace) {
    const input = tensorAt(given, 'input');
    return emitLayer(trace, given, 'AlongAxes', 'UnitNormalization', {}, input, { dims: [given.whole('dim')] });
  },
};

/** Functions of PyTorch that our own projects write layers with, which other code may mean otherwise. */
export const exportedUses: Readonly<Record<string, TorchOperation>> = {
  'torch.nn.functional.normalize': normalize,
  'torch.einsum': einsum,
};

/** The functions of `layers.py`. */
export const exportedFunctions: Readonly<Record<string, TorchOperation>> = {
  leaky_relu: activation('leaky_relu'),
  squareplus: activation('squareplus'),
  sparse_plus: activation('sparse_plus'),
  legacy_hard_sigmoid: activation('legacy_hard_sigmoid'),
  sparse_sigmoid: activation('sparse_sigmoid'),
  sloped_relu: slopedRelu,
  same_pad: samePad,
  same_average_pool: sameAveragePool,
  center_crop: centerCrop,
  ...preparations,
  crop_to_ratio: cropToRatio,
  masked_mean: maskedMean,
  masked_product: {
    signature: 'values masks',
    run: (given, trace) => merged('Product', given, trace),
  },
  masked_extreme: maskedExtreme,
  joined_mask: joinedMask,
  per_step: perStep,
  identity_layer: {
    signature: 'x',
    run: (given, trace) => emitLayer(trace, given, 'Each', 'Identity', {}, tensorAt(given, 'x')),
  },
};
