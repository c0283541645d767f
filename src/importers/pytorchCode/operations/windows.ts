import type { Arguments } from '../arguments';
import type { TorchTensor } from '../trace/tensor';
import { type Trace, batchSize } from '../trace/trace';
import { emit, tensorAt, type TorchOperation } from './operation';

/** How a window goes over the axes behind the channels. */
export interface WindowSizes {
  readonly kernel: readonly number[];
  readonly stride: readonly number[];
  readonly padding: readonly number[];
  readonly dilation: readonly number[];
}

/** Sizes behind the channels after a window; `ceil`: one that is only partly filled counts where it begins inside. */
export function windowed(sizes: readonly number[], window: WindowSizes, ceil = false): number[] {
  return sizes.map((size, axis) => {
    const [kernel, stride, padding, dilation] = [
      window.kernel[axis]!,
      window.stride[axis]!,
      window.padding[axis]!,
      window.dilation[axis]!,
    ];
    const room = size + 2 * padding - dilation * (kernel - 1) - 1;
    const steps = ceil ? Math.ceil(room / stride) : Math.floor(room / stride);
    return ceil && steps * stride >= size + padding ? steps : steps + 1;
  });
}

/** Pooling windows by the arguments of PyTorch's layers. */
export const poolingSettings = {
  max: 'kernel_size stride=None padding=0 dilation=1 return_indices=False ceil_mode=False',
  maxFunction: 'kernel_size stride=None padding=0 dilation=1 ceil_mode=False return_indices=False',
  average: 'kernel_size stride=None padding=0 ceil_mode=False count_include_pad=True divisor_override=None',
} as const;

/** The sizes of a picture, series or solid, `[batch, channels, …]`. */
export const pictureSizes = (input: TorchTensor, axes: number, channels: number | null = null) =>
  input.dimsOr([batchSize, channels, ...Array.from({ length: axes }, () => null)]);

export function pooled(
  kind: 'Max' | 'Average',
  axes: number,
  given: Arguments,
  trace: Trace,
  input: TorchTensor,
): TorchTensor {
  const dims = pictureSizes(input, axes);
  if (dims.length !== axes + 2) throw given.refuse('input');
  const kernel = given.each('kernel_size', axes);
  const stride = given.isNone('stride') ? kernel : given.each('stride', axes);
  const padding = given.each('padding', axes);
  const dilation = kind === 'Max' ? given.each('dilation', axes) : kernel.map(() => 1);
  if (kind === 'Max' && given.flag('return_indices')) throw given.refuse('return_indices');
  if (kind === 'Average' && !given.isNone('divisor_override')) throw given.refuse('divisor_override');
  const ceil = given.flag('ceil_mode');
  const window = { kernel, stride, padding, dilation };
  const sizes = dims.slice(2);
  const out = [...dims.slice(0, 2), ...windowed(sizes, window, ceil)];
  const isWhole = kernel.every((size, axis) => size === sizes[axis]) && padding.every((size) => size === 0);
  // A function over all of a picture is the pooling of that name.
  if (isWhole && given.callee.startsWith('F.')) return emit(trace, given, `Global${kind}Pool`, [input], {}, out);
  const isPadded = padding.some((size) => size > 0);
  return emit(
    trace,
    given,
    `${kind}Pool`,
    [input],
    {
      kernel_shape: kernel,
      strides: stride,
      pads: [...padding, ...padding],
      dilations: dilation,
      ceil_mode: ceil ? 1 : 0,
      ...(kind === 'Average' ? { count_include_pad: isPadded && given.flag('count_include_pad') ? 1 : 0 } : {}),
    },
    out,
  );
}

/** Pooling into parts of equal size; of one part it is that over all. */
export function adaptivelyPooled(
  kind: 'Max' | 'Average',
  axes: number,
  given: Arguments,
  trace: Trace,
  input: TorchTensor,
): TorchTensor {
  const dims = pictureSizes(input, axes);
  const value = given.value('output_size');
  const items = 'items' in value ? value.items : [value];
  const wanted = Array.from({ length: axes }, (_, axis) => {
    const item = items.length === 1 ? items[0]! : items[axis];
    return item?.kind === 'none' ? dims[axis + 2]! : given.with('output_size', item ?? value).whole('output_size');
  });
  const out = [...dims.slice(0, 2), ...wanted];
  if (wanted.every((size) => size === 1)) return emit(trace, given, `Global${kind}Pool`, [input], {}, out);
  return emit(trace, given, `Adaptive${kind}Pool`, [input], { sizes: wanted }, out, { own: true });
}

const pooling = (kind: 'Max' | 'Average', axes: number): TorchOperation => ({
  signature: `input ${kind === 'Max' ? poolingSettings.maxFunction : poolingSettings.average}`,
  run: (given, trace) => pooled(kind, axes, given, trace, tensorAt(given, 'input')),
});

const adaptive = (kind: 'Max' | 'Average', axes: number): TorchOperation => ({
  signature: 'input output_size',
  run: (given, trace) => adaptivelyPooled(kind, axes, given, trace, tensorAt(given, 'input')),
});

export const resizingSettings =
  "size=None scale_factor=None mode='nearest' align_corners=None recompute_scale_factor=None antialias=False";

/** A picture made larger. */
export function resized(given: Arguments, trace: Trace, input: TorchTensor): TorchTensor {
  const axes = input.dims.length - 2;
  const sizes = input.dims.slice(2);
  const mode = given.text('mode');
  const scales = given.isNone('size')
    ? given.value('scale_factor').kind === 'number'
      ? sizes.map(() => given.number('scale_factor'))
      : given.each('scale_factor', axes)
    : given.each('size', axes).map((size, axis) => size / sizes[axis]!);
  const out = given.isNone('size') ? null : given.each('size', axes);
  const isResizing = axes === 2 && out !== null && (mode === 'nearest-exact' || mode === 'bilinear');
  if (isResizing && !given.flag('align_corners') && (trace.isExported || !scales.every(Number.isInteger))) {
    const settings = { sizes: out, interpolation: mode === 'bilinear' ? mode : 'nearest' };
    return emit(trace, given, 'Resizing', [input], settings, [...input.dims.slice(0, 2), ...out], { own: true });
  }
  const isNearest = mode === 'nearest';
  if (!isNearest && !mode.endsWith('linear')) throw given.refuse('mode');
  if (!isNearest && given.flag('align_corners')) throw given.refuse('align_corners');
  return emit(
    trace,
    given,
    'Resize',
    [input],
    {
      scales: [1, 1, ...scales],
      mode: isNearest ? 'nearest' : 'linear',
      coordinate_transformation_mode: isNearest ? 'asymmetric' : 'half_pixel',
      nearest_mode: 'floor',
    },
    [...input.dims.slice(0, 2), ...sizes.map((size, axis) => Math.floor(size * scales[axis]!))],
  );
}

/** Zeros around the last axes: `sides` before and behind the last one, then the one before it. */
export function paddedBy(
  given: Arguments,
  trace: Trace,
  input: TorchTensor,
  sides: readonly number[],
  value: number,
): TorchTensor {
  const rank = input.dims.length;
  const before = input.dims.map((_, at) => sides[(rank - 1 - at) * 2] ?? 0);
  const after = input.dims.map((_, at) => sides[(rank - 1 - at) * 2 + 1] ?? 0);
  return emit(
    trace,
    given,
    'Pad',
    [input],
    { pads: [...before, ...after], mode: 'constant', value },
    input.dims.map((size, at) => size + before[at]! + after[at]!),
  );
}

const pad: TorchOperation = {
  signature: "input pad mode='constant' value=None",
  run(given, trace) {
    if (given.text('mode') !== 'constant') throw given.refuse('mode');
    const value = given.isNone('value') ? 0 : given.number('value');
    return paddedBy(given, trace, tensorAt(given, 'input'), given.wholes('pad'), value);
  },
};

export const windowOperations: Readonly<Record<string, TorchOperation>> = {
  ...Object.fromEntries(
    [1, 2, 3].flatMap((axes) => [
      [`max_pool${axes}d`, pooling('Max', axes)] as const,
      [`avg_pool${axes}d`, pooling('Average', axes)] as const,
      [`adaptive_max_pool${axes}d`, adaptive('Max', axes)] as const,
      [`adaptive_avg_pool${axes}d`, adaptive('Average', axes)] as const,
    ]),
  ),
  interpolate: {
    signature: `input ${resizingSettings}`,
    run: (given, trace) => resized(given, trace, tensorAt(given, 'input')),
  },
  upsample: {
    signature: `input ${resizingSettings}`,
    run: (given, trace) => resized(given, trace, tensorAt(given, 'input')),
  },
  pad,
};
