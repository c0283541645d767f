import { type Backbone, fineTunedLayers } from '../../compile/fineTunedLayers';
import { layerNames } from '../../compile/layerNames';
import type { Plan } from '../../compile/plan';

/** Does the exported project read folders of photos: a model with pretrained weights for one picture in colour? */
export function takesPhotos({ steps, inputs, weightsFrom }: Plan): boolean {
  const [height, width, channels] = steps.find(({ name }) => name === inputs[0])?.shape ?? [];
  const pretrained = weightsFrom !== undefined || steps.some((step) => step.weightsFrom !== undefined);
  return pretrained && inputs.length === 1 && height != null && width != null && channels === 3;
}

/** The backbone and those of its layers that `npm run train -- --fine-tune` trains, by their names in the project. */
export function fineTuned(plan: Plan): { readonly backbone: string; readonly layers: readonly string[] } | null {
  const step = plan.steps.find((each): each is Backbone => each.nested !== undefined);
  if (!step) return null;
  const inner = layerNames(step.nested.steps);
  return {
    backbone: layerNames(plan.steps).get(step.name)!,
    layers: fineTunedLayers(step).map((name) => inner.get(name)!),
  };
}
