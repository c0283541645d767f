import globalAveragePooling2d from '../../bricks/pooling/globalAveragePooling2d';
import globalMaxPooling2d from '../../bricks/pooling/globalMaxPooling2d';
import { choice, integer, number, shape, toggle } from '../../src/brick/fields';
import type { Place } from '../../src/document/template';

/** Options of every model in `keras.applications`; a picture has `minimum` rows and columns or more. */
export function applicationOptions(size: number, minimum: number) {
  return {
    includeTop: toggle(true),
    pooling: choice(['none', 'avg', 'max'], 'none'),
    classes: integer(1000),
    inputShape: shape([size, size, 3], { rank: 3, smallest: minimum }),
  };
}

/** What `applicationOptions` are, in words. */
export const applicationWords = {
  en: {
    includeTop: 'Include the dense layers and the classifier at the end',
    pooling: 'Without the classifier: how the last feature map becomes a vector',
    classes: 'Number of classes of the classifier',
    inputShape: 'Height, width and channels of the image',
  },
  ko: {
    includeTop: '끝의 완전 연결 층과 분류 출력을 포함',
    pooling: '분류기를 뺄 때 마지막 특성 맵을 벡터로 바꾸는 방법',
    classes: '분류기가 구분할 클래스 수',
    inputShape: '이미지의 높이, 너비, 채널 수',
  },
};

/** Large models see few pictures at once, and these get their size as in Keras's own examples: `load_img` takes the nearest pixels. */
export const applicationTraining = { batchSize: 16, interpolation: 'nearest' } as const;

/** How wide a MobileNet is: 1 is the paper's, 0.25 has a quarter of the channels. */
export const alphaOption = { alpha: number(1, { min: 0.1, max: 4, step: 0.05 }) };

/** What `alphaOption` is, in words. */
export const alphaWords = {
  en: { alpha: 'Width of the model: multiplies the number of channels of every layer, e.g. 0.25, 0.5, 0.75 or 1' },
  ko: { alpha: '모델의 너비: 모든 층의 채널 수에 곱하는 값. 예: 0.25, 0.5, 0.75, 1' },
};

/** Without the top: the last feature map as it is, or one number per channel. The ends are named as in Keras. */
export function pooled(
  place: Place,
  x: string,
  pooling: 'none' | 'avg' | 'max',
  names: { readonly avg?: string; readonly max?: string } = {},
): string {
  if (pooling === 'avg') return place(globalAveragePooling2d, {}, x, names.avg);
  if (pooling === 'max') return place(globalMaxPooling2d, {}, x, names.max);
  return x;
}
