import { layerNames } from '../../../compile/layerNames';
import { type Backbone, fineTunedLayers } from '../../../compile/nested/fineTunedLayers';
import type { Plan, Step } from '../../../compile/plan';

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

/** What is frozen with random weights: models inside, which mean nothing then, and layers of the model itself. */
export function frozenAtRandom(plan: Plan): { readonly models: readonly string[]; readonly layers: readonly string[] } {
  const names = layerNames(plan.steps);
  const isFrozen = ({ trainable, parameters }: Step) => !trainable && parameters > 0;
  const models = plan.steps.filter(
    ({ nested, weightsFrom }) => nested?.steps.some(isFrozen) && weightsFrom?.source !== 'imagenet',
  );
  const layers = plan.weightsFrom ? [] : plan.steps.filter((step) => !step.nested && isFrozen(step));
  return { models: models.map(({ name }) => names.get(name)!), layers: layers.map(({ name }) => names.get(name)!) };
}
