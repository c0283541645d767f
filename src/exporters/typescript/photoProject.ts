import { type Backbone, fineTunedLayers } from '../../compile/nested/fineTunedLayers';
import { layerNames } from '../../compile/layerNames';
import { type Plan, preprocessingFor } from '../../compile/plan';
import type { Document } from '../../document/document';
import { isPhotos } from '../../document/training/datasetIds';

type Training = Pick<Document['training'], 'dataset' | 'augmentation' | 'preprocessing'>;

/**
 * Does the exported project read photos, prepare pictures and change them at random: a model for one picture, grey or in
 * colour, which starts from pretrained weights, or whose training does any of that?
 */
export function takesPhotos(plan: Plan, training: Training): boolean {
  const { steps, inputs, weightsFrom } = plan;
  const shape = steps.find(({ name }) => name === inputs[0])?.shape ?? [];
  const [height, width, channels] = shape;
  if (inputs.length !== 1 || shape.length !== 3 || height == null || width == null) return false;
  if (channels !== 1 && channels !== 3) return false;
  const pretrained = weightsFrom !== undefined || steps.some((step) => step.weightsFrom !== undefined);
  const { dataset, augmentation, preprocessing } = training;
  const scaled = preprocessingFor(plan, preprocessing) === 'scale';
  return (pretrained && channels === 3) || isPhotos(dataset) || augmentation.enabled || !scaled;
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
