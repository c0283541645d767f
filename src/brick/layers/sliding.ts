import { choice } from '../fields';
import { type Dimension, type Padding, type Shape, ShapeError, type SpatialAxis, needsRank, slide } from '../shape';

/** Axes that layers for sequences, pictures and volumes slide along. */
export const spatial = {
  sequence: ['steps'],
  picture: ['height', 'width'],
  volume: ['depth', 'height', 'width'],
} as const satisfies Readonly<Record<string, readonly SpatialAxis[]>>;

/** Whether windows stay inside; `same` pads so that with stride 1 the size stays. */
export const padding = () => choice(['valid', 'same'], 'valid');

/** One number per spatial axis; alone where there is only one axis. */
export type Sizes = number | readonly number[];

/** One number per spatial axis as a list. */
export const list = (sizes: Sizes) => (typeof sizes === 'number' ? [sizes] : sizes);

/** The input with all spatial axes, and its channels. Throws `ShapeError('rank' | 'unknownAxis')`. */
export function needsChannels(x: Shape | undefined, axes: readonly SpatialAxis[]): readonly [Shape, number] {
  const shape = needsRank(x, axes.length + 1);
  const channels = shape.at(-1)!;
  if (channels === null) throw new ShapeError('unknownAxis', { axis: axes.length, shape });
  return [shape, channels];
}

/** How windows slide over all spatial axes. */
export interface Sliding {
  readonly size: Sizes;
  readonly strides: Sizes;
  readonly padding: Padding;
  readonly dilationRate?: Sizes;
}

/** Number of windows along every spatial axis. Throws `ShapeError('windowTooLarge')`. */
export function slideAll(shape: Shape, axes: readonly SpatialAxis[], sliding: Sliding): Dimension[] {
  const [sizes, strides, dilations] = [sliding.size, sliding.strides, sliding.dilationRate ?? []].map(list);
  return axes.map((axis, at) => slide(shape, axis, sizes![at]!, strides![at]!, sliding.padding, dilations![at]));
}

/** Words for how windows move. */
export const slidingWords = {
  en: {
    strides: 'Step size of the window',
    padding: 'valid: only inside the image; same: zero padding, so that the size stays the same',
    dilationRate: 'Spacing between the cells of the window; more than 1 covers a larger area with the same weights',
  },
  ko: {
    strides: '윈도가 한 번에 이동하는 거리',
    padding: 'valid: 이미지 안에서만, same: 둘레를 0으로 채워 크기를 유지',
    dilationRate: '윈도 안의 칸 사이 간격(팽창). 1보다 크면 같은 가중치로 더 넓게 봄',
  },
};
