import { toggle } from '../fields';
import type { Shape, SpatialAxis } from '../shape';
import { type Sizes, needsChannels, slideAll, slidingWords } from './sliding';

interface Pooling {
  readonly poolSize: Sizes;
  readonly strides: Sizes;
  readonly padding: 'valid' | 'same';
}

/** Shape behind windows that pool every channel by itself (Keras: `compute_pooling_output_shape`). */
export function pooled(x: Shape | undefined, axes: readonly SpatialAxis[], { poolSize, ...others }: Pooling): Shape {
  const [shape, channels] = needsChannels(x, axes);
  return [...slideAll(shape, axes, { size: poolSize, ...others }), channels];
}

/** Parameters of layers that pool whole feature maps. */
export const globalFields = { keepdims: toggle(false, { advanced: true }) };

/** Shape of one number per channel, with all axes as ones where they are kept. */
export function pooledWhole(x: Shape | undefined, axes: readonly SpatialAxis[], keepdims: boolean): Shape {
  const [, channels] = needsChannels(x, axes);
  return keepdims ? [...axes.map(() => 1), channels] : [channels];
}

const words = (en: string, ko: string) => ({
  en: {
    poolSize: en,
    strides: slidingWords.en.strides,
    padding: 'valid: only full windows; same: windows may extend past the edge',
  },
  ko: {
    poolSize: ko,
    strides: slidingWords.ko.strides,
    padding: 'valid: 온전한 윈도만 사용, same: 윈도가 가장자리를 넘을 수 있음',
  },
});

/** What the parameters of pooling layers are, in words. */
export const poolingWords = {
  sequence: words('How many time steps the window covers', '윈도가 덮는 타임스텝의 수'),
  picture: words('Height and width of the window', '윈도의 높이와 너비'),
  volume: words('Depth, height and width of the window', '윈도의 깊이와 높이와 너비'),
  whole: {
    en: { keepdims: 'Keeps the pooled axes with size 1' },
    ko: { keepdims: '풀링한 축을 크기 1로 남김' },
  },
};
