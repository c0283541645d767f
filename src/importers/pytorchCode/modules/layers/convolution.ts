import { CodeError } from '../../../kerasCode/codeError';
import type { Arguments } from '../../arguments';
import { emit } from '../../operations/operation';
import { pictureSizes, windowed } from '../../operations/windows';
import type { LayerCall, LayerKind, WeightSizes } from '../layerClass';

const settings =
  "out_channels kernel_size stride=1 padding=0 dilation=1 groups=1 bias=True padding_mode='zeros' device=None dtype=None";
const turnedSettings =
  "out_channels kernel_size stride=1 padding=0 output_padding=0 groups=1 bias=True dilation=1 padding_mode='zeros' device=None dtype=None";

/** Sizes of what comes in, its channels as many as the layer was made for. Throws `CodeError('operands')`. */
function sizesOf({ given, input }: LayerCall, axes: number): readonly number[] {
  const channels = given.whole('in_channels');
  const dims = pictureSizes(input, axes, channels);
  if (dims.length === axes + 2 && dims[1] === channels) return dims;
  const data = { operator: given.callee, left: `in_channels=${channels}`, right: `[${dims.join(', ')}]` };
  throw new CodeError('operands', given.line, data);
}

const biasOf = (given: Arguments): WeightSizes => (given.flag('bias') ? { bias: [given.whole('out_channels')] } : {});

function plainPadding(given: Arguments): void {
  if (given.text('padding_mode') !== 'zeros') throw given.refuse('padding_mode');
}

/** `Conv1d`, `Conv2d` and `Conv3d`: weight `[out, in / groups, …]`. */
const convolution = (axes: number): LayerKind => ({
  signature: `in_channels ${settings}`,
  weights: (given) => ({
    weight: [
      given.whole('out_channels'),
      given.whole('in_channels') / given.whole('groups'),
      ...given.each('kernel_size', axes),
    ],
    ...biasOf(given),
  }),
  run(call) {
    const { given, trace, input } = call;
    const dims = sizesOf(call, axes);
    plainPadding(given);
    const [kernel, stride, dilation] = ['kernel_size', 'stride', 'dilation'].map((name) => given.each(name, axes));
    const padding = given.value('padding');
    const isSame = padding.kind === 'string' && padding.value === 'same';
    if (padding.kind === 'string' && !isSame && padding.value !== 'valid') throw given.refuse('padding');
    const reach = kernel!.map((size, axis) => dilation![axis]! * (size - 1));
    const none = kernel!.map(() => 0);
    const own = padding.kind === 'string' ? none : given.each('padding', axes);
    const before = isSame ? reach.map((size) => Math.floor(size / 2)) : own;
    const after = isSame ? reach.map((size) => Math.ceil(size / 2)) : own;
    const window = { kernel: kernel!, stride: stride!, padding: own, dilation: dilation! };
    const sizes = isSame ? dims.slice(2) : windowed(dims.slice(2), window);
    return emit(
      trace,
      given,
      'Conv',
      [input],
      {
        strides: stride!,
        dilations: dilation!,
        pads: [...before, ...after],
        group: given.whole('groups'),
        // Of one channel only our own projects say that each is by itself.
        ...(trace.isExported && given.call.named.has('groups') && dims[1] === 1 ? { depthwise: 1 } : {}),
      },
      [dims[0]!, given.whole('out_channels'), ...sizes],
      { more: [call.weight('weight'), ...(given.flag('bias') ? [call.weight('bias')] : [])] },
    );
  },
});

/** `ConvTranspose2d` and the like: weight `[in, out / groups, …]`. */
const transposed = (axes: number): LayerKind => ({
  signature: `in_channels ${turnedSettings}`,
  weights: (given) => ({
    weight: [
      given.whole('in_channels'),
      given.whole('out_channels') / given.whole('groups'),
      ...given.each('kernel_size', axes),
    ],
    ...biasOf(given),
  }),
  run(call) {
    const { given, trace, input } = call;
    const dims = sizesOf(call, axes);
    plainPadding(given);
    const [kernel, stride, padding, more, dilation] = [
      'kernel_size',
      'stride',
      'padding',
      'output_padding',
      'dilation',
    ].map((name) => given.each(name, axes));
    const sizes = dims
      .slice(2)
      .map(
        (size, axis) =>
          (size - 1) * stride![axis]! -
          2 * padding![axis]! +
          dilation![axis]! * (kernel![axis]! - 1) +
          more![axis]! +
          1,
      );
    return emit(
      trace,
      given,
      'ConvTranspose',
      [input],
      {
        strides: stride!,
        dilations: dilation!,
        pads: [...padding!, ...padding!],
        output_padding: more!,
        group: given.whole('groups'),
      },
      [dims[0]!, given.whole('out_channels'), ...sizes],
      { more: [call.weight('weight'), ...(given.flag('bias') ? [call.weight('bias')] : [])] },
    );
  },
});

const lazily = (kind: LayerKind): LayerKind => ({
  ...kind,
  signature: kind.signature.replace('in_channels ', ''),
  lazy: 'in_channels',
});

export const convolutionLayers: Readonly<Record<string, LayerKind>> = Object.fromEntries(
  [1, 2, 3].flatMap((axes) => [
    [`Conv${axes}d`, convolution(axes)],
    [`LazyConv${axes}d`, lazily(convolution(axes))],
    [`ConvTranspose${axes}d`, transposed(axes)],
    [`LazyConvTranspose${axes}d`, lazily(transposed(axes))],
  ]),
);
