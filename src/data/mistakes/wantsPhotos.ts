import type { Plan } from '../../compile/plan';
import { isBuiltIn } from '../catalogue';
import type { DatasetFacts } from '../dataset';

/** Does the model start from what it knows of photos in colour, while the data are the digits that every page has? */
export function wantsPhotos({ inputs, shapes, steps, weightsFrom }: Plan, facts: DatasetFacts | null): boolean {
  if (facts === null || facts.kind !== 'images' || !isBuiltIn(facts.id)) return false;
  const pretrained = weightsFrom !== undefined || steps.some((step) => step.weightsFrom !== undefined);
  const [input, ...others] = inputs;
  const shape = input === undefined ? [] : (shapes[input] ?? []);
  return pretrained && others.length === 0 && shape.length === 3 && shape[2] === 3;
}
