import { layerNames } from '../../../compile/layerNames';
import { type Backbone, fineTunedLayers } from '../../../compile/nested/fineTunedLayers';
import type { Plan, Step, WeightsFrom } from '../../../compile/plan';

/** What `--fine-tune` trains: layers of a backbone, or frozen layers of the model itself; both by their names in the project. */
export interface FineTuning {
  readonly backbone: string | null;
  readonly layers: readonly string[];
}

export function fineTuning(plan: Plan): FineTuning {
  const names = layerNames(plan.steps);
  const backbone = plan.steps.find((step): step is Backbone => step.nested !== undefined);
  if (backbone) {
    const inner = layerNames(backbone.nested.steps);
    return { backbone: names.get(backbone.name)!, layers: fineTunedLayers(backbone).map((name) => inner.get(name)!) };
  }
  const frozen = plan.steps.filter(({ trainable, parameters }) => !trainable && parameters > 0);
  const last = frozen.at(-1)?.blocks[0];
  return {
    backbone: null,
    layers: frozen.filter(({ blocks }) => blocks[0] === last).map(({ name }) => names.get(name)!),
  };
}

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
