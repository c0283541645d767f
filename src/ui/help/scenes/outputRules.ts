import type { Drawing } from '../../../brick/drawing';
import type { Shape } from '../../../brick/shape';
import { type Params, flagOf, numberOf, numbersOf, textOf } from '../readParams';
import type { Subject } from '../subject';
import { sizeText, slidingText, spreadText } from './windowText';

/** Where the size of one axis comes from. */
export type Origin =
  /** Arithmetic with this brick's numbers; `?` stands for a size that is only known with the data. */
  | { readonly kind: 'computed'; readonly text: string }
  /** A parameter says it. */
  | { readonly kind: 'param'; readonly param: string }
  /** As it comes in. */
  | { readonly kind: 'kept' }
  /** Another axis (counted from 1, as Keras does) of an input (from 1). */
  | { readonly kind: 'taken'; readonly input: number; readonly axis: number }
  /** The model inside says it. */
  | { readonly kind: 'nested' };

/** Origins of the first axes; a hole is left to the usual ways: kept, or said by a parameter. */
export type OutputRule = (
  subject: Subject,
  inside: (subject: Subject) => readonly Origin[],
) => readonly (Origin | undefined)[];

const computed = (text: string): Origin => ({ kind: 'computed', text });
const product = (shape: Shape) => (shape.length === 0 ? '1' : shape.map(sizeText).join('·'));

/** Position of a Keras axis (the batch is 0, −1 the last one) in a shape without the batch. */
export const axisIndex = (axis: number, rank: number) => (axis < 0 ? axis + rank : axis - 1);

/** Window, stride and dilation of a transposed convolution, per axis. */
export function spreadWindows(params: Params) {
  const strides = numbersOf(params, 'strides');
  const dilations = numbersOf(params, 'dilationRate');
  return numbersOf(params, 'kernelSize').map((size, axis) => ({
    size,
    stride: strides[axis] ?? strides[0] ?? 1,
    dilation: dilations[axis] ?? 1,
  }));
}

const transposed: OutputRule = ({ params, inputShapes: [x] }) =>
  spreadWindows(params).map((window, axis) =>
    computed(spreadText(x?.[axis] ?? null, window, textOf(params, 'padding', 'valid'))),
  );

const upSampling: OutputRule = ({ params, inputShapes: [x] }) =>
  numbersOf(params, 'size').map((factor, axis) => computed(`${sizeText(x?.[axis])}·${factor}`));

const withSides =
  (param: string, sign: '+' | '−'): OutputRule =>
  ({ params, inputShapes: [x] }) => {
    const sides = numbersOf(params, param);
    return Array.from({ length: sides.length / 2 }, (_, axis) =>
      computed(`${sizeText(x?.[axis])} ${sign} ${sides[2 * axis]!} ${sign} ${sides[2 * axis + 1]!}`),
    );
  };

const reshaped: OutputRule = ({ params, inputShapes: [x] }) => {
  const target = params['targetShape'] as Shape;
  const known = target.filter((size) => size !== null);
  return target.map((size) =>
    size === null
      ? computed(`${product(x!)}${known.length === 0 ? '' : ` / (${product(known)})`}`)
      : said('targetShape'),
  );
};

const said = (param: string): Origin => ({ kind: 'param', param });

const recurrent: OutputRule = ({ params }) =>
  flagOf(params, 'returnSequences') ? [{ kind: 'kept' }, said('units')] : [said('units')];

const bidirectional: OutputRule = ({ params, shape, inner }) => {
  const each = inner!.shape.at(-1);
  const joined = textOf(params, 'mergeMode', 'concat') === 'concat';
  const own = joined ? computed(`${sizeText(each)} + ${sizeText(each)}`) : said('units');
  return shape.length === 1 ? [own] : [{ kind: 'kept' }, own];
};

const concatenated: OutputRule = ({ params, inputShapes, shape }) => {
  const grown = axisIndex(numberOf(params, 'axis', -1), shape.length);
  const sum = computed(inputShapes.map((x) => sizeText(x[grown])).join(' + '));
  return shape.map((_, axis) => (axis === grown ? sum : undefined));
};

/** What is left of both inputs when the axes that are multiplied are taken away. */
const dotted: OutputRule = ({ params, inputShapes }) => {
  const axes = numbersOf(params, 'axes');
  const left = inputShapes.flatMap((x, input) => {
    const gone = axisIndex(axes[input] ?? axes[0] ?? -1, x.length);
    return x.flatMap((_, axis): Origin[] =>
      axis === gone ? [] : [{ kind: 'taken', input: input + 1, axis: axis + 1 }],
    );
  });
  return left.length === 0 ? [computed('1')] : left;
};

/** A wrapper's: once per step, or once in each direction. */
export const wrapperRule: OutputRule = (subject, inside) =>
  subject.brick.wraps!.copies.length > 1
    ? bidirectional(subject, inside)
    : [{ kind: 'kept' }, ...inside(subject.inner!)];

/** All sizes stay but the last, where that is another one. */
const lastAxis = (shape: Shape, last: Origin, changes = true): readonly Origin[] =>
  shape.map((_, axis) => (changes && axis === shape.length - 1 ? last : { kind: 'kept' }));

/** What bricks do to sizes, by their drawings, where it is neither a sliding window nor a size that stays. */
export const outputRules: Readonly<Partial<Record<Drawing, OutputRule>>> = {
  spreading: transposed,
  depthwise: (subject) => depthwise(subject),
  enlarging: upSampling,
  padding: withSides('padding', '+'),
  cropping: withSides('cropping', '−'),
  flattening: ({ inputShapes: [x] }) => [computed(product(x!))],
  reshaping: reshaped,
  permuting: ({ params }) => numbersOf(params, 'dims').map((axis) => ({ kind: 'taken', input: 1, axis })),
  repeating: () => [said('n'), { kind: 'kept' }],
  lookup: ({ shape }) => shape.map((_, axis) => (axis === shape.length - 1 ? said('outputDim') : { kind: 'kept' })),
  ranges: ({ params, shape }) =>
    lastAxis(
      shape,
      computed(`${numbersOf(params, 'binBoundaries').length} + 1`),
      textOf(params, 'outputMode', 'int') !== 'int',
    ),
  encoding: ({ shape }) => lastAxis(shape, said('numTokens')),
  chain: recurrent,
  chainWithCell: recurrent,
  concatenate: concatenated,
  dot: dotted,
  resizing: () => [said('height'), said('width')],
  centerCrop: () => [said('height'), said('width')],
};

function depthwise({ brick, params, inputShapes: [x] }: Subject): readonly (Origin | undefined)[] {
  const windows = brick.window?.(params) ?? [];
  return [
    ...windows.map((window, axis) =>
      computed(slidingText(x?.[axis] ?? null, window, textOf(params, 'padding', 'valid'))),
    ),
    computed(`${sizeText(x?.at(-1))}·${numberOf(params, 'depthMultiplier', 1)}`),
  ];
}
