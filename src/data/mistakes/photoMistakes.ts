import type { Plan } from '../../compile/plan';
import type { Fix } from '../../document/fix';
import { isPhotos, photosToCome } from '../../document/training/datasetIds';
import type { DatasetFacts } from '../dataset';
import type { Judged, Mistake } from './mistake';
import { startsPretrained, takesColour } from './wantsPhotos';

/** A model that waits for photos asks for them; none where it has some, or learns from something else. */
export function photosAsked({ plan, training }: Judged): readonly Mistake[] {
  const [output] = plan.outputs;
  if (training.dataset !== photosToCome || output === undefined) return [];
  const units = plan.shapes[output]?.at(-1) ?? 0;
  return [{ code: 'photosWanted', where: output, data: { units, dataset: null }, fixes: [{ kind: 'bringPhotos' }] }];
}

/**
 * What a model that is not for these photos could be instead, the best first, `resized` among it: a new top on what it
 * knows of photos, the template for photos, or its own top in another size.
 */
export function forPhotos({ plan }: Judged, resized: readonly Fix[]): readonly Fix[] {
  const { trainable, parameters } = plan.totals;
  // A part that is frozen has its new top already.
  if (takesColour(plan) && startsPretrained(plan) && trainable < parameters) return resized;
  if (takesColour(plan)) return [{ kind: 'newHead' }, { kind: 'photosTemplate' }, ...resized];
  return [{ kind: 'photosTemplate' }, ...resized];
}

/** More classes than one's own photos have, as the only answer of a model: it would learn that most never come. */
export function classesTooMany(plan: Plan, facts: DatasetFacts): { units: number; classes: number } | null {
  const [output, ...others] = plan.outputs;
  if (!isPhotos(facts.id) || facts.target.kind !== 'classes' || output === undefined || others.length > 0) return null;
  const shape = plan.shapes[output] ?? [];
  const { classes } = facts.target;
  const [units] = shape;
  return shape.length === 1 && typeof units === 'number' && units > classes ? { units, classes } : null;
}
