import type { Plan, Step } from '../plan';
import { type Backbone, fineTunedLayers } from './fineTunedLayers';

/** What the second phase trains: layers of a backbone, or the last frozen ones of the model itself. */
export interface Thawed {
  readonly backbone: Backbone | null;
  readonly layers: readonly Step[];
}

export function thawed(plan: Plan): Thawed {
  const backbone = plan.steps.find((step): step is Backbone => step.nested !== undefined) ?? null;
  if (backbone) {
    const names = new Set(fineTunedLayers(backbone));
    return { backbone, layers: backbone.nested.steps.filter(({ name }) => names.has(name)) };
  }
  const frozen = plan.steps.filter(({ trainable, parameters }) => !trainable && parameters > 0);
  const last = frozen.at(-1)?.blocks[0];
  return { backbone, layers: frozen.filter(({ blocks }) => blocks[0] === last) };
}
