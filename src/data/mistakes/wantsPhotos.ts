import type { Plan } from '../../compile/plan';
import { isBuiltIn } from '../catalogue';
import type { DatasetFacts } from '../dataset';

/** Does the model, or a part of it, start from weights that are published? */
export const startsPretrained = ({ steps, weightsFrom }: Plan): boolean =>
  weightsFrom !== undefined || steps.some((step) => step.weightsFrom !== undefined);

/** Does the model take one picture in colour and nothing else? */
export function takesColour({ inputs, shapes }: Plan): boolean {
  const [input, ...others] = inputs;
  const shape = input === undefined ? [] : (shapes[input] ?? []);
  return others.length === 0 && shape.length === 3 && shape[2] === 3;
}

/** Does the model start from what it knows of photos in colour, while the data are the digits that every page has? */
export function wantsPhotos(plan: Plan, facts: DatasetFacts | null): boolean {
  if (facts === null || facts.kind !== 'images' || !isBuiltIn(facts.id)) return false;
  return startsPretrained(plan) && takesColour(plan);
}
