import { type Shape, ShapeError } from '../../brick/shape';
import { type ArchitectureBricks, architectureBricks } from '../architectureBricks';
import type { Document, Edit, Start } from '../document';
import { publishedAlphas, templateStart } from '../publishedWeights';
import { type ArchitectureTemplate, type Library, initialOptions, optionsOf } from '../template';
import { sameSettings } from './fold';
import { trunkLayers } from './trunk';

/**
 * The published weights that the bricks up to `trunk` can start from: laid out one by one they still are an architecture
 * without its top, by names and settings. Null where they are none, there are none for such a picture, or the model's
 * weights have a start already.
 */
export function trunkStart(document: Document, trunk: string, picture: Shape, library: Library): Start | null {
  return startAt(document, trunk, picture, library, false);
}

/** As `trunkStart`, for a model that is a whole architecture with its own classes; `output` is its last brick. */
export function wholeStart(document: Document, output: string, picture: Shape, library: Library): Start | null {
  return startAt(document, output, picture, library, true);
}

/** Architectures as bricks, made once: whether a model is one of them is asked at every change of it. */
const made = new WeakMap<ArchitectureTemplate, Map<string, ArchitectureBricks>>();

function bricksOf(template: ArchitectureTemplate, includeTop: boolean, alpha: number): ArchitectureBricks {
  const own = made.get(template) ?? new Map<string, ArchitectureBricks>();
  made.set(template, own);
  const key = `${includeTop} ${alpha}`;
  const bricks = own.get(key) ?? architectureBricks(template, optionsOf(template, { includeTop, alpha }));
  own.set(key, bricks);
  return bricks;
}

function startAt(document: Document, end: string, picture: Shape, library: Library, includeTop: boolean): Start | null {
  if (document.weights) return null;
  if (picture.length !== 3 || picture.includes(null)) return null;
  const layers = trunkLayers(document, library, end);
  for (const template of Object.values(library.architectures)) {
    for (const alpha of 'alpha' in template.options ? publishedAlphas(template) : [1]) {
      const { nodes, exit } = bricksOf(template, includeTop, alpha);
      const same = Object.entries(nodes).every(
        ([name, node]) => Object.hasOwn(document.nodes, name) && sameSettings(document.nodes[name]!, node),
      );
      if (!same || exit !== end || layers.length !== Object.keys(nodes).length) continue;
      const options = { ...initialOptions(template), includeTop, inputShape: picture };
      return publishedStart(template, { ...options, ...optionsOf(template, { alpha }) });
    }
  }
  return null;
}

function publishedStart(template: ArchitectureTemplate, options: Readonly<Record<string, unknown>>): Start | null {
  try {
    return templateStart(template, options, template.architecture.source);
  } catch (error) {
    if (error instanceof ShapeError) return null;
    throw error;
  }
}

/** The bricks start from these weights, by layer name. */
export const startFrom =
  (weights: Start): Edit =>
  (document) => ({ ...document, weights });
