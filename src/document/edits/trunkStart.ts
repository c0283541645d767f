import { type WeightsSource, digitsArchitecture, weightsStart } from '../../brick/backboneWeights';
import { type Shape, ShapeError } from '../../brick/shape';
import { architectureBricks } from '../architectureBricks';
import type { Document, Edit, Start } from '../document';
import type { Library } from '../template';
import { alphas, sameSettings } from './fold';
import { trunkLayers } from './trunk';

/**
 * The published weights that the bricks up to `trunk` can start from: laid out one by one they still are an architecture
 * without its top, by names and settings. Null where they are none, there are none for such a picture, or the model's
 * weights have a start already.
 */
export function trunkStart(document: Document, trunk: string, picture: Shape, library: Library): Start | null {
  if (document.weights) return null;
  const [height, width, channels] = picture;
  if (picture.length !== 3 || height == null || width == null || channels == null) return null;
  const layers = trunkLayers(document, library, trunk);
  for (const [architecture, template] of Object.entries(library.architectures)) {
    const source: WeightsSource = architecture === digitsArchitecture ? 'digits' : 'imagenet';
    for (const alpha of 'alpha' in template.options ? alphas : [1]) {
      const options = { includeTop: false, pooling: 'none', ...('alpha' in template.options ? { alpha } : {}) };
      const { nodes, exit } = architectureBricks(template, options);
      const same = Object.entries(nodes).every(
        ([name, node]) => Object.hasOwn(document.nodes, name) && sameSettings(document.nodes[name]!, node),
      );
      if (!same || exit !== trunk || layers.length !== Object.keys(nodes).length) continue;
      const asked = { architecture, weights: source, weightsFile: '', includeTop: false, classes: 0, alpha };
      return available(asked, [height, width, channels])
        ? { source, architecture, includeTop: false, alpha, file: '' }
        : null;
    }
  }
  return null;
}

function available(...asked: Parameters<typeof weightsStart>): boolean {
  try {
    return weightsStart(...asked) !== null;
  } catch (error) {
    if (error instanceof ShapeError) return false;
    throw error;
  }
}

/** The bricks start from these weights, by layer name. */
export const startFrom =
  (weights: Start): Edit =>
  (document) => ({ ...document, weights });
