import type { LayerPrinter, LayerPrinters, Printed, TorchTensor } from '../layer';
import { construct, numbersOf, shortTuple } from '../layer';
import { activationOf } from '../activations';
import { type Sliding, paddedFor } from './padding';

const range = (length: number) => Array.from({ length }, (_, axis) => axis);

/** `[…kernel, in, out]` → `[out, in, …kernel]`; of a transposed one `[…kernel, out, in]` → `[in, out, …kernel]`. */
export const kernelAxes = (spatial: number) => [spatial + 1, spatial, ...range(spatial)];

const biasOf = (path: string): TorchTensor => ({ path, of: 'bias' });

/** The window of a layer's arguments over its input. */
export function slidingOf(
  { call, inputShapes }: Parameters<LayerPrinter>[0],
  size: 'kernelSize' | 'poolSize' = 'kernelSize',
): Sliding {
  const sizes = inputShapes[0]!.slice(0, -1);
  const numbers = (name: string) => numbersOf(call.kerasArgs[name], sizes.length);
  return { sizes, kernel: numbers(size), strides: numbers('strides'), dilation: numbers('dilationRate') };
}

const unlessOne = (values: readonly number[]) => (values.every((value) => value === 1) ? null : shortTuple(values));

/** A convolution in `first`: with `groups`, padding and activation as Keras has them. */
const convolution: LayerPrinter = (asked) => {
  const { call, inputShapes, shape } = asked;
  const sliding = slidingOf(asked);
  const spatial = sliding.sizes.length;
  const { padding, groups, useBias, activation } = call.kerasArgs;
  const padded = paddedFor(String(padding), sliding);
  const activate = activationOf(activation, 'first');
  const plain = [inputShapes[0]!.at(-1)!, shape.at(-1)!, shortTuple(sliding.kernel)];
  return {
    takes: 'first',
    module: construct(`nn.Conv${spatial}d`, plain, {
      stride: unlessOne(sliding.strides),
      padding: padded.argument,
      dilation: unlessOne(sliding.dilation),
      groups: Number(groups) > 1 ? Number(groups) : null,
      bias: useBias === false ? 'False' : null,
    }),
    tensors: [
      { path: 'weight', of: 'kernel', axes: kernelAxes(spatial) },
      ...(useBias === false ? [] : [biasOf('bias')]),
    ],
    forward: ([x], self) => activate.apply(`${self}(${padded.before(x!)})`),
    parts: [...padded.parts, ...activate.parts],
  };
};

/** A transposed convolution: PyTorch computes the whole of it, of which Keras's `same` keeps the middle. */
const transposed: LayerPrinter = (asked) => {
  const { call, inputShapes, shape } = asked;
  const { kernel, strides, sizes } = slidingOf(asked);
  const spatial = sizes.length;
  const { padding, useBias, activation } = call.kerasArgs;
  const activate = activationOf(activation, 'first');
  const missing = kernel.map((size, axis) => Math.max(strides[axis]! - size, 0));
  const cut = kernel.map((size, axis) => (padding === 'same' ? Math.max(size - strides[axis]!, 0) : 0));
  const even = cut.every((total) => total % 2 === 0);
  const crops = cut.toReversed().flatMap((total) => [-Math.floor(total / 2), -(total - Math.floor(total / 2))]);
  const tail = (x: string) => (even ? x : `F.pad(${x}, (${crops.map((crop) => crop || 0).join(', ')}))`);
  const half = cut.map((total) => total / 2);
  return {
    takes: 'first',
    module: construct(`nn.ConvTranspose${spatial}d`, [inputShapes[0]!.at(-1)!, shape.at(-1)!, shortTuple(kernel)], {
      stride: unlessOne(strides),
      padding: even && half.some((size) => size > 0) ? shortTuple(half) : null,
      output_padding: missing.some((size) => size > 0) ? shortTuple(missing) : null,
      bias: useBias === false ? 'False' : null,
    }),
    tensors: [
      { path: 'weight', of: 'kernel', axes: kernelAxes(spatial) },
      ...(useBias === false ? [] : [biasOf('bias')]),
    ],
    forward: ([x], self) => activate.apply(tail(`${self}(${x})`)),
    parts: activate.parts,
  };
};

/** The depthwise half: every channel by itself. */
function depthwiseHalf(asked: Parameters<LayerPrinter>[0], bias: boolean) {
  const { call, inputShapes } = asked;
  const sliding = slidingOf(asked);
  const spatial = sliding.sizes.length;
  const channels = Number(inputShapes[0]!.at(-1));
  const multiplier = Number(call.kerasArgs['depthMultiplier']);
  const padded = paddedFor(String(call.kerasArgs['padding']), sliding);
  const module = construct(`nn.Conv${spatial}d`, [channels, channels * multiplier, shortTuple(sliding.kernel)], {
    stride: unlessOne(sliding.strides),
    padding: padded.argument,
    dilation: unlessOne(sliding.dilation),
    groups: channels,
    bias: bias ? null : 'False',
  });
  const kernel = {
    axes: [spatial, spatial + 1, ...range(spatial)],
    shape: [channels * multiplier, 1, ...sliding.kernel],
  };
  return { module, padded, kernel, spatial, wide: channels * multiplier };
}

/** The kernel's name differs by class: the first weight is it. */
const depthwise: LayerPrinter = (asked) => {
  const { call, weights } = asked;
  const { useBias, activation } = call.kerasArgs;
  const { module, padded, kernel } = depthwiseHalf(asked, useBias !== false);
  const activate = activationOf(activation, 'first');
  return {
    takes: 'first',
    module,
    tensors: [{ path: 'weight', of: weights[0]!.name, ...kernel }, ...(useBias === false ? [] : [biasOf('bias')])],
    forward: ([x], self) => activate.apply(`${self}(${padded.before(x!)})`),
    parts: [...padded.parts, ...activate.parts],
  };
};

const separable: LayerPrinter = (asked): Printed => {
  const { call, shape } = asked;
  const { useBias, activation } = call.kerasArgs;
  const { module, padded, kernel, spatial, wide } = depthwiseHalf(asked, false);
  const activate = activationOf(activation, 'first');
  const pointwise = construct(`nn.Conv${spatial}d`, [wide, shape.at(-1)!, 1], {
    bias: useBias === false ? 'False' : null,
  });
  return {
    takes: 'first',
    module: `nn.Sequential(${module}, ${pointwise})`,
    tensors: [
      { path: '0.weight', of: 'depthwiseKernel', ...kernel },
      { path: '1.weight', of: 'pointwiseKernel', axes: kernelAxes(spatial) },
      ...(useBias === false ? [] : [biasOf('1.bias')]),
    ],
    forward: ([x], self) => activate.apply(`${self}(${padded.before(x!)})`),
    parts: [...padded.parts, ...activate.parts],
  };
};

export const convolutions: LayerPrinters = {
  Conv1D: convolution,
  Conv2D: convolution,
  Conv3D: convolution,
  Conv1DTranspose: transposed,
  Conv2DTranspose: transposed,
  DepthwiseConv1D: depthwise,
  DepthwiseConv2D: depthwise,
  SeparableConv1D: separable,
  SeparableConv2D: separable,
};
