import type { Argument } from '../call';
import { choice, number } from '../fields';

/** Parameters of the bricks that move pictures at random. */
export const fillFields = {
  fillMode: choice(['reflect', 'wrap', 'constant', 'nearest'], 'reflect'),
  interpolation: choice(['bilinear', 'nearest'], 'bilinear'),
  fillValue: number(0, { advanced: true }),
};

/** What `fillFields` are, in words. */
export const fillWords = {
  en: {
    fillMode:
      'How empty areas are filled: reflect (mirrored), wrap (repeated), constant (one value) or nearest (edge pixels)',
    interpolation:
      'How new pixels are computed: bilinear (from the four nearest pixels) or nearest (the nearest pixel)',
    fillValue: 'Fill value for fillMode “constant”',
  },
  ko: {
    fillMode:
      '빈 영역을 채우는 방법. reflect: 거울처럼 반사, wrap: 반복, constant: 한 가지 값, nearest: 가장자리 값 늘이기',
    interpolation: '새 픽셀 값을 정하는 방법. bilinear: 가까운 픽셀 네 개를 보간, nearest: 가장 가까운 픽셀',
    fillValue: 'fillMode가 constant일 때 채울 값',
  },
};

/** A range from Keras's factor, which is one number or a list. */
export const rangeFromKeras = (factor: Argument | undefined) =>
  (typeof factor === 'number' ? [-factor, factor] : factor) as readonly [number, number];

/** A range as people write it for Keras: one number where both ends are as far from 0. */
export function kerasRange(range: readonly [number, number] | null): Argument {
  return range !== null && range[0] === -range[1] ? range[1] : range;
}
