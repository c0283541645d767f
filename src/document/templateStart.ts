import { type WeightsSource, publishedSource, weightsStart } from '../brick/layers/backboneWeights';
import type { Start } from './document';
import type { AnyTemplate } from './template';

/** What the layers of a template can start from, the usual one first; only an architecture has published weights. */
export function templateSources({ id, backbone }: AnyTemplate): readonly [WeightsSource, ...WeightsSource[]] {
  return backbone ? ['random', publishedSource(id)] : ['random'];
}

/**
 * The published weights that an architecture's template starts from; null: at random.
 * Throws `ShapeError('channels' | 'weightsAlpha' | 'weightsClasses' | 'weightsSize')` where there are none for these options.
 */
export function templateStart(
  { id }: AnyTemplate,
  { includeTop, classes, alpha = 1, inputShape }: Readonly<Record<string, unknown>>,
  weights: WeightsSource,
): Start | null {
  const own = { architecture: id, includeTop: includeTop === true, alpha: Number(alpha) };
  const asked = { ...own, weights, weightsFile: '', classes: Number(classes) };
  const start = weightsStart(asked, inputShape as readonly [number, number, number]);
  return start && { ...own, ...start };
}
