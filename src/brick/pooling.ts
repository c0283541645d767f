import { choice, toggle } from './fields';
import { type Shape, ShapeError, type SpatialAxis, needsRank, slide } from './shape';

/** Axes that layers for sequences, pictures and volumes slide along. */
export const spatial = {
  sequence: ['steps'],
  picture: ['height', 'width'],
  volume: ['depth', 'height', 'width'],
} as const satisfies Readonly<Record<string, readonly SpatialAxis[]>>;

/** Whether windows stay inside; `same` pads so that with stride 1 the size stays. */
export const padding = () => choice(['valid', 'same'], 'valid');

/** The input with all spatial axes and known channels. Throws `ShapeError('rank' | 'unknownAxis')`. */
export function needsChannels(x: Shape | undefined, axes: readonly SpatialAxis[]): readonly [Shape, number] {
  const shape = needsRank(x, axes.length + 1);
  const channels = shape.at(-1)!;
  if (channels === null) throw new ShapeError('unknownAxis', { axis: axes.length, shape });
  return [shape, channels];
}

interface Pooling {
  readonly poolSize: number | readonly number[];
  readonly strides: number | readonly number[];
  readonly padding: 'valid' | 'same';
}

/** One number per axis as a list. */
export const list = (sizes: number | readonly number[]) => (typeof sizes === 'number' ? [sizes] : sizes);

/** Shape behind windows that pool every channel by itself (Keras: `compute_pooling_output_shape`). */
export function pooled(x: Shape | undefined, axes: readonly SpatialAxis[], params: Pooling): Shape {
  const [shape, channels] = needsChannels(x, axes);
  const [sizes, strides] = [list(params.poolSize), list(params.strides)];
  return [...axes.map((axis, at) => slide(shape, axis, sizes[at]!, strides[at]!, params.padding)), channels];
}

/** Parameters of layers that pool whole feature maps. */
export const globalFields = { keepdims: toggle(false, { advanced: true }) };

/** Shape of one number per channel, with all axes as ones where they are kept. */
export function pooledWhole(x: Shape | undefined, axes: readonly SpatialAxis[], keepdims: boolean): Shape {
  const [, channels] = needsChannels(x, axes);
  return keepdims ? [...axes.map(() => 1), channels] : [channels];
}

const windowMoves = { en: 'How far the window moves each time', ko: '창이 한 번에 움직이는 거리' };
const windowEdges = {
  en: 'valid: only whole windows; same: windows may reach over the edge',
  ko: 'valid: 온전한 창만 사용, same: 창이 가장자리를 넘을 수 있음',
};
const words = (en: string, ko: string) => ({
  en: { poolSize: en, strides: windowMoves.en, padding: windowEdges.en },
  ko: { poolSize: ko, strides: windowMoves.ko, padding: windowEdges.ko },
});

/** What the parameters of pooling layers are, in words. */
export const poolingWords = {
  sequence: words('How many time steps the window covers', '창이 덮는 시간 단계의 수'),
  picture: words('Height and width of the window', '창의 높이와 너비'),
  volume: words('Depth, height and width of the window', '창의 깊이와 높이와 너비'),
  whole: {
    en: { keepdims: 'Keeps the pooled axes with size 1' },
    ko: { keepdims: '풀링한 축을 크기 1로 남김' },
  },
};
