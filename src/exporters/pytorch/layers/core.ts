import type { LayerPrinter, LayerPrinters, Printed } from '../layer';
import { asItComes, axisIn, construct, numbersOf, straight } from '../layer';
import { activationOf } from '../activations';
import { prelu, slopedRelu } from '../python/relu';

const isIdentity = (value: unknown) => (value as { name?: string } | null)?.name === 'identity';

/**
 * A vector that was flattened channels first goes in as it is: the columns of the weight are exported in its order. The
 * identity would start otherwise then.
 */
const dense: LayerPrinter = ({ call, inputShapes, shape, arriving }) => {
  const { useBias, activation, kernelInitializer } = call.kerasArgs;
  const activate = activationOf(activation, 'last');
  const [width, units] = [inputShapes[0]!.at(-1)!, shape.at(-1)!];
  const flat = arriving.layout === 'flat' && !isIdentity(kernelInitializer);
  const before = (flat ? arriving.flattened! : []) as readonly number[];
  const spatial = before.slice(0, -1).map((_, axis) => axis);
  const moved = {
    from: [...before, units],
    axes: [before.length, before.length - 1, ...spatial],
    shape: [units, width],
    loosely: [1, 0],
  };
  return {
    takes: flat ? 'flat' : 'last',
    gives: 'last',
    module: construct('nn.Linear', [width, units], { bias: useBias === false ? 'False' : null }),
    tensors: [
      { path: 'weight', of: 'kernel', ...(flat ? (moved as { shape: number[] }) : { axes: [1, 0] }) },
      ...(useBias === false ? [] : [{ path: 'bias', of: 'bias' }]),
    ],
    forward: ([x], self) => activate.apply(`${self}(${x})`),
    parts: activate.parts,
  };
};

const embedding: LayerPrinter = ({ call }) => ({
  takes: 'last',
  module: construct('nn.Embedding', [Number(call.kerasArgs['inputDim']), Number(call.kerasArgs['outputDim'])]),
  tensors: [{ path: 'weight', of: 'embeddings' }],
  forward: ([x], self) => `${self}(${x}.long())`,
});

const identity: LayerPrinter = (asked) => ({ takes: asItComes(asked), forward: ([x]) => x! });

/** A function of every value by itself, or over the channels. */
const activation: LayerPrinter = (asked) => {
  const layout = asItComes(asked);
  const activate = activationOf(asked.call.kerasArgs['activation'], layout);
  return { takes: layout, forward: ([x]) => activate.apply(x!), parts: activate.parts };
};

/** A module of its own name, unlike an Activation, which is a function. */
const called = (module: string): Pick<Printed, 'module' | 'forward'> => ({
  module,
  forward: ([x], self) => `${self}(${x})`,
});

const relu: LayerPrinter = (asked) => {
  const { maxValue = null, negativeSlope = 0, threshold = 0 } = asked.call.kerasArgs;
  const takes = asItComes(asked);
  if (threshold === 0 && maxValue === null && negativeSlope === 0) return { takes, ...called('nn.ReLU()') };
  const limit = maxValue === null ? 'None' : String(maxValue);
  return {
    takes,
    forward: ([x]) => `sloped_relu(${x}, ${limit}, ${String(negativeSlope)}, ${String(threshold)})`,
    parts: [slopedRelu],
  };
};

const leakyRelu: LayerPrinter = (asked) => ({
  takes: asItComes(asked),
  ...called(construct('nn.LeakyReLU', [String(asked.call.kerasArgs['negativeSlope'])])),
});

const elu: LayerPrinter = (asked) => {
  const { alpha } = asked.call.kerasArgs;
  return { takes: asItComes(asked), ...called(construct('nn.ELU', alpha === 1 ? [] : [String(alpha)])) };
};

/** A slope per value; shared ones stretch. */
const parametric: LayerPrinter = (asked) => {
  const layout = straight(asked);
  const size = asked.weights[0]!.shape;
  const rest = size.slice(0, -1).map((_, axis) => axis);
  const axes = layout === 'first' ? [size.length - 1, ...rest] : [...rest, size.length - 1];
  return {
    takes: layout,
    module: construct(
      'PReLU',
      axes.map((axis) => size[axis]!),
    ),
    tensors: [{ path: 'weight', of: 'alpha', axes, starts: 'zeros' }],
    forward: ([x], self) => `${self}(${x})`,
    parts: [prelu],
  };
};

const softmax: LayerPrinter = (asked) => {
  const rank = asked.inputShapes[0]!.length;
  const axes = numbersOf(asked.call.kerasArgs['axis'], 1);
  const layout = rank === 1 ? asItComes(asked) : straight(asked);
  const dims = axes.map((axis) => axisIn(axis, rank, layout));
  if (dims.length === 1) return { takes: layout, ...called(`nn.Softmax(dim=${dims[0]})`) };
  return {
    takes: layout,
    forward: ([x]) => `torch.exp(${x} - torch.logsumexp(${x}, dim=(${dims.join(', ')}), keepdim=True))`,
  };
};

export const core: LayerPrinters = {
  Dense: dense,
  Embedding: embedding,
  Identity: identity,
  ActivityRegularization: identity,
  Activation: activation,
  ReLU: relu,
  LeakyReLU: leakyRelu,
  ELU: elu,
  PReLU: parametric,
  Softmax: softmax,
};
