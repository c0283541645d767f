import type { Shape } from '../brick/shape';
import type { Document, Start } from '../document/document';
import { architectureIn } from '../document/library';
import { publishedFile } from '../document/publishedWeights';
import { type Library, optionsOf } from '../document/template';
import type { Plan, Step, WeightsFrom } from './plan';

/**
 * Where the layers outside backbones start, and how pictures are prepared: as the backbone with pretrained weights, else as
 * the architecture that the document's own weights are of, was trained.
 */
export function startOf(
  { weights }: Document,
  steps: readonly Step[],
  library: Library,
): Pick<Plan, 'weightsFrom' | 'preprocessing'> {
  const backbone = steps.find((step) => step.weightsFrom !== undefined);
  const preprocessing =
    backbone?.preprocessing ?? architectureIn(library, weights?.architecture)?.architecture.preprocessing;
  return {
    ...(weights ? { weightsFrom: weightsFrom(weights, pictureOf(steps), library) } : {}),
    ...(preprocessing ? { preprocessing } : {}),
  };
}

/** A start for a picture of this shape, with what the architecture knows of it. */
export function weightsFrom(start: Start, picture: Shape | null, library: Library): WeightsFrom {
  const template = architectureIn(library, start.architecture);
  const { keras } = template?.architecture ?? {};
  const entry = template && publishedFile(template, start, picture);
  return {
    ...start,
    inputShape: picture,
    ...(entry ? { entry } : {}),
    ...(template && keras ? { application: { ...keras, ...optionsOf(template, { alpha: start.alpha }) } } : {}),
  };
}

/** Height, width and channels of the first picture that comes in. */
function pictureOf(steps: readonly Step[]): WeightsFrom['inputShape'] {
  const shape = steps.find(({ inputs, shape }) => inputs.length === 0 && shape.length === 3)?.shape;
  const [height, width, channels] = shape ?? [];
  return height != null && width != null && channels != null ? [height, width, channels] : null;
}
