import { ShapeError } from '../shape';

export const weightsSources = ['random', 'imagenet', 'digits', 'file'] as const;
export type WeightsSource = (typeof weightsSources)[number];

/** The architecture that the embedded digits were trained with. */
export const digitsArchitecture = 'digits-backbone';

/** What the published weights were trained for: channels that come in, classes of the top. */
const trainedFor = { imagenet: { channels: 3, classes: 1000 }, digits: { channels: 1, classes: 5 } } as const;

/** Factors on the channels that weights are published for (`keras/src/applications/mobilenet.py`, `mobilenet_v2.py`). */
const publishedAlphas: Readonly<Record<string, readonly number[]>> = {
  mobilenet: [0.25, 0.5, 0.75, 1],
  'mobilenet-v2': [0.35, 0.5, 0.75, 1, 1.3, 1.4],
};

/** The factor on the channels as an option, where the architecture has one. */
export function widthOf(architecture: string, alpha: number): { readonly alpha?: number } {
  return Object.hasOwn(publishedAlphas, architecture) ? { alpha } : {};
}

/** Sides of the picture that weights with the top are published for. */
const publishedSizes: Readonly<Record<string, readonly number[]>> = {
  mobilenet: [128, 160, 192, 224],
  'mobilenet-v2': [96, 128, 160, 192, 224],
  'inception-v3': [299],
  xception: [299],
  [digitsArchitecture]: [28],
};

/** The weights that are published for an architecture. */
export const publishedSource = (architecture: string): 'digits' | 'imagenet' =>
  architecture === digitsArchitecture ? 'digits' : 'imagenet';

interface Asked {
  readonly architecture: string;
  readonly weights: WeightsSource;
  readonly weightsFile: string;
  readonly includeTop: boolean;
  readonly classes: number;
  readonly alpha: number;
}

/** Where a backbone's weights start; null: at random. `file` is the SHA-256 of somebody's own. */
export type WeightsStart = { readonly source: Exclude<WeightsSource, 'random'>; readonly file: string } | null;

/**
 * The weights that a backbone for such a picture starts from, after checking that they exist as `keras.applications` does.
 * Throws `ShapeError('weightsSource' | 'weightsFile' | 'channels' | 'weightsAlpha' | 'weightsClasses' | 'weightsSize')`.
 */
export function weightsStart(asked: Asked, picture: readonly [number, number, number]): WeightsStart {
  const { architecture, weights, weightsFile, includeTop, classes, alpha } = asked;
  if (weights === 'random') return null;
  if (weights === 'file') {
    if (weightsFile === '') throw new ShapeError('weightsFile', {});
    return { source: 'file', file: weightsFile };
  }
  const fitting = publishedSource(architecture);
  if (weights !== fitting) throw new ShapeError('weightsSource', { weights, architecture, fitting });
  const [height, width, channels] = picture;
  const wanted = trainedFor[weights];
  if (channels !== wanted.channels) throw new ShapeError('channels', { shape: picture, expected: wanted.channels });
  const alphas = Object.hasOwn(publishedAlphas, architecture) ? publishedAlphas[architecture] : undefined;
  if (alphas && !alphas.includes(alpha)) throw new ShapeError('weightsAlpha', { alpha, published: alphas });
  if (!includeTop) return { source: weights, file: '' };
  if (classes !== wanted.classes) throw new ShapeError('weightsClasses', { classes, expected: wanted.classes });
  const sizes = publishedSizes[architecture] ?? [224];
  if (height !== width || !sizes.includes(height)) throw new ShapeError('weightsSize', { shape: picture, sizes });
  return { source: weights, file: '' };
}
