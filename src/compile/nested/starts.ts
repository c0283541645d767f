import { layerNames } from '../layerNames';
import type { Plan, Step, WeightsFrom } from '../plan';

/** Models inside and layers that are frozen with random weights, where none are brought: they would never learn anything. */
export function frozenAtRandom(plan: Plan): readonly string[] {
  const names = layerNames(plan.steps);
  const isFrozen = ({ trainable, parameters }: Step) => !trainable && parameters > 0;
  const brought = ({ weightsFrom }: Pick<Step, 'weightsFrom'>) =>
    weightsFrom?.source === 'imagenet' || weightsFrom?.source === 'file';
  return plan.steps
    .filter((step) =>
      step.nested ? !brought(step) && step.nested.steps.some(isFrozen) : !brought(plan) && isFrozen(step),
    )
    .map(({ name }) => names.get(name)!);
}

export const startsOf = ({ weightsFrom, steps }: Plan): readonly WeightsFrom[] =>
  [weightsFrom, ...steps.map((step) => step.weightsFrom)].filter((from) => from !== undefined);

/** Does the model start from somebody's own file, which no code can fetch? */
export const startsFromFile = (plan: Plan) => startsOf(plan).some(({ source }) => source === 'file');

/** The same model where a file has every weight: neither it nor a model in it begins with published ones. */
export function withoutStarts(plan: Plan): Plan {
  const { weightsFrom: _published, ...whole } = plan;
  return {
    ...whole,
    steps: plan.steps.map((step) => {
      const { weightsFrom: _inside, ...bare } = step;
      return bare;
    }),
  };
}
