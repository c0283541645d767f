import type { Step } from '../plan';

/** A backbone with layers of its own to train. */
export type Backbone = Step & { readonly nested: NonNullable<Step['nested']> };

/** Is only a part of the backbone trained? */
export function partlyTrained({ trainableParameters, nested, trainable }: Backbone): boolean {
  return trainable && trainableParameters > 0 && nested.steps.some((step) => step.parameters > 0 && !step.trainable);
}

/** Layers with weights that are trained now. */
export function trainedLayers({ nested }: Backbone): readonly string[] {
  return nested.steps.filter(({ trainable, parameters }) => trainable && parameters > 0).map(({ name }) => name);
}

/** Layers that the second phase trains: those trained now, or where all are frozen the last stage. */
export function fineTunedLayers(backbone: Backbone): readonly string[] {
  const now = trainedLayers(backbone);
  if (now.length > 0) return now;
  const weighty = backbone.nested.steps.filter(({ parameters }) => parameters > 0);
  const last = weighty.at(-1)?.blocks[0];
  return weighty.filter(({ blocks }) => blocks[0] === last).map(({ name }) => name);
}
