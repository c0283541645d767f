import type { WeightsSource } from '../brick/layers/weightsSources';
import { type Shape, ShapeError } from '../brick/shape';
import type { WeightsEntry } from './architecture';
import type { Start } from './document';
import { type AnyTemplate, type ArchitectureTemplate, initialOptions, isArchitecture } from './template';

/** What the layers of a template can start from, the usual one first; only an architecture has published weights. */
export function templateSources({ architecture }: AnyTemplate): readonly [WeightsSource, ...WeightsSource[]] {
  return architecture ? ['random', architecture.source] : ['random'];
}

/** Factors on the channels that an architecture has published weights for. */
export const publishedAlphas = ({ architecture }: ArchitectureTemplate) => distinct(architecture.files, 'alpha');

const distinct = (files: readonly WeightsEntry[], what: 'alpha' | 'size') => [
  ...new Set(files.map((file) => file[what])),
];
const sorted = (numbers: readonly number[]) => numbers.toSorted((a, b) => a - b);

type Options = Readonly<Record<string, unknown>>;

/**
 * The weights that a template with these options starts from, after checking that they exist as `keras.applications`
 * does; null: at random. `file` is the SHA-256 of somebody's own.
 * Throws `ShapeError('weightsSource' | 'weightsFile' | 'channels' | 'weightsAlpha' | 'weightsClasses' | 'weightsSize')`.
 */
export function templateStart(template: AnyTemplate, options: Options, source: WeightsSource, file = ''): Start | null {
  if (source === 'random' || !isArchitecture(template)) return null;
  if (source !== 'file') checkPublished(template, options, source);
  else if (file === '') throw new ShapeError('weightsFile', {});
  const { includeTop, alpha = 1 } = options;
  return {
    source,
    architecture: template.id,
    includeTop: includeTop === true,
    alpha: Number(alpha),
    file: source === 'file' ? file : '',
  };
}

function checkPublished(template: ArchitectureTemplate, options: Options, weights: 'imagenet' | 'digits'): void {
  const { id, architecture } = template;
  const fitting = architecture.source;
  if (weights !== fitting) throw new ShapeError('weightsSource', { weights, architecture: id, fitting });
  const trained = initialOptions(template);
  const shape = options['inputShape'] as Shape;
  const [side, , expected] = trained['inputShape'] as readonly number[];
  if (shape[2] !== expected) throw new ShapeError('channels', { shape, expected: expected! });
  const alpha = options['alpha'];
  const published = sorted(publishedAlphas(template));
  if (typeof alpha === 'number' && !published.includes(alpha))
    throw new ShapeError('weightsAlpha', { alpha, published });
  if (options['includeTop'] !== true) return;
  const [classes, wanted] = [Number(options['classes']), Number(trained['classes'])];
  if (classes !== wanted) throw new ShapeError('weightsClasses', { classes, expected: wanted });
  const sizes = architecture.files.length > 0 ? sorted(distinct(architecture.files, 'size')) : [side!];
  if (shape[0] !== shape[1] || !sizes.includes(shape[0]!)) throw new ShapeError('weightsSize', { shape, sizes });
}

/**
 * The file that Keras takes for these weights; null where it has none, e.g. for `alpha` 0.3 or four channels. Like Keras,
 * an architecture takes the file for 224 where its size has none of its own: convolutions fit any size.
 */
export function publishedFile(
  { options, architecture }: ArchitectureTemplate,
  { source, includeTop, alpha }: Pick<Start, 'source' | 'includeTop' | 'alpha'>,
  picture: Shape | null,
): WeightsEntry | null {
  const [height, width, channels] = picture ?? [224, 224, 3];
  if (source !== 'imagenet' || channels !== 3) return null;
  const files = architecture.files.filter(
    (file) => file.includeTop === includeTop && (file.alpha === alpha || !('alpha' in options)),
  );
  const sized = (side: number | null | undefined) => files.find(({ size }) => size === side);
  return (height === width ? sized(height) : undefined) ?? sized(224) ?? files[0] ?? null;
}
