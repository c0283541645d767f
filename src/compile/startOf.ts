import type { Document } from '../document/document';
import type { Library } from '../document/template';
import type { Plan, Step, WeightsFrom } from './plan';

/**
 * Where the layers outside backbones start, and how pictures are prepared: as the backbone with pretrained weights, else as
 * the architecture that the document's own weights are of, was trained.
 */
export function startOf(
  { weights }: Document,
  steps: readonly Step[],
  { architectures }: Library,
): Pick<Plan, 'weightsFrom' | 'preprocessing'> {
  const backbone = steps.find((step) => step.weightsFrom !== undefined);
  const own = weights && Object.hasOwn(architectures, weights.architecture) ? weights.architecture : undefined;
  const preprocessing =
    backbone?.preprocessing ?? (own === undefined ? undefined : architectures[own]!.backbone?.preprocessing);
  return {
    ...(weights ? { weightsFrom: { ...weights, inputShape: pictureOf(steps) } } : {}),
    ...(preprocessing ? { preprocessing } : {}),
  };
}

/** Height, width and channels of the first picture that comes in. */
function pictureOf(steps: readonly Step[]): WeightsFrom['inputShape'] {
  const shape = steps.find(({ inputs, shape }) => inputs.length === 0 && shape.length === 3)?.shape;
  const [height, width, channels] = shape ?? [];
  return height != null && width != null && channels != null ? [height, width, channels] : null;
}
