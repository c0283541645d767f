import { finished } from './activations';
import type { Layer, LayerWeight, LayerWriter } from './layer';
import { openlyPadded } from './openPadding';
import { filled, reshaped, transposed } from './tensors';
import { type Sliding, windowAttributes } from './windows';
import type { Value } from '../graph/parts';

/** How the layer slides, by axis. */
function slidingOf(layer: Layer): Sliding {
  const sizes = layer.list('kernelSize');
  const dilations = 'dilationRate' in layer.args ? layer.list('dilationRate') : sizes.map(() => 1);
  // A sequence has one stride; TensorFlow.js takes some layers' strides as one for both axes.
  const strides = sizes.map((_, axis) => layer.list('strides')[axis] ?? layer.list('strides')[0]!);
  return { sizes, strides, dilations, padding: layer.text('padding', 'valid') };
}

const biasOf = (layer: Layer) => {
  const bias = layer.maybe('bias');
  return bias && layer.constant('bias', bias);
};

/** Axes of a kernel `[…window, one, other]` with the last two in front. */
function front(kernel: LayerWeight, ...ends: readonly number[]): LayerWeight {
  const window = kernel.shape.slice(0, -2).map((_, axis) => axis);
  return transposed(kernel, [...ends.map((end) => end + window.length), ...window]);
}

function convolve(
  layer: Layer,
  given: Value,
  kernel: Value,
  bias: Value | null,
  groups: number,
  sliding: Sliding,
): Value {
  const x = openlyPadded(layer, given, sliding, 0);
  const attributes = { ...windowAttributes(given.shape, sliding), ...(groups > 1 && { group: groups }) };
  return layer.main('Conv', bias === null ? [x, kernel] : [x, kernel, bias], { first: true, attributes });
}

/** Keras's Conv1D, Conv2D and Conv3D. */
export const convolution: LayerWriter = (layer) => {
  const kernel = layer.constant('kernel', front(layer.weight('kernel'), 1, 0));
  const groups = 'groups' in layer.args ? layer.number('groups') : 1;
  return finished(layer, convolve(layer, layer.first(), kernel, biasOf(layer), groups, slidingOf(layer)));
};

/** Every channel filtered by itself: `[…window, channels, multiplier]` → one group per channel. */
function depthwise(layer: Layer, bias: Value | null): Value {
  const { shape, values } = layer.weight('depthwiseKernel');
  const [channels, multiplier] = shape.slice(-2) as [number, number];
  const window = shape.slice(0, -2);
  const grouped = transposed({ shape: [...window, channels * multiplier], values }, [
    window.length,
    ...window.map((_, axis) => axis),
  ]);
  const kernel = reshaped(grouped, [channels * multiplier, 1, ...window]);
  return convolve(layer, layer.first(), layer.constant('depthwiseKernel', kernel), bias, channels, slidingOf(layer));
}

/** Keras's DepthwiseConv1D and DepthwiseConv2D. */
export const depthwiseConvolution: LayerWriter = (layer) => finished(layer, depthwise(layer, biasOf(layer)));

/** Keras's SeparableConv1D and SeparableConv2D: then the channels are mixed. */
export const separableConvolution: LayerWriter = (layer) => {
  const filtered = depthwise(layer, null);
  const kernel = layer.constant('pointwiseKernel', front(layer.weight('pointwiseKernel'), 1, 0));
  const bias = biasOf(layer);
  const inputs = bias === null ? [filtered, kernel] : [filtered, kernel, bias];
  return finished(layer, layer.part('Conv', inputs, { first: true }));
};

/** Keras's Conv1DTranspose and Conv2DTranspose; a stride wider than the window leaves gaps at the end. */
export const transposedConvolution: LayerWriter = (layer) => {
  const { sizes, strides, padding } = slidingOf(layer);
  const over = sizes.map((size, axis) => size - strides[axis]!);
  const cut = over.map((more) => (padding === 'same' ? Math.max(more, 0) : 0));
  const attributes = {
    kernel_shape: sizes,
    strides,
    pads: [...cut.map((all) => Math.floor(all / 2)), ...cut.map((all) => Math.ceil(all / 2))],
    ...(over.some((more) => more < 0) && { output_padding: over.map((more) => Math.max(-more, 0)) }),
  };
  const kernel = layer.constant('kernel', front(layer.weight('kernel'), 1, 0));
  const bias = biasOf(layer) ?? layer.constant('bias', filled([layer.shape.at(-1)!], 0));
  return finished(layer, layer.main('ConvTranspose', [layer.first(), kernel, bias], { first: true, attributes }));
};
