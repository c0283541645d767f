import { layerNames } from '../../../src/compile/layerNames';
import type { Plan } from '../../../src/compile/plan';
import type { Row } from './case';

/** What the layers of a plan must be in Keras; one that is called several times is there once. */
export function rowsOf({ steps }: Plan): Row[] {
  const names = layerNames(steps);
  const layers = steps.filter(({ sharesWith }) => sharesWith === undefined);
  return layers.map(({ name, shape, parameters, weights, nested }) => ({
    name: names.get(name)!,
    shape,
    parameters,
    // A model inside is compared layer by layer.
    weights: nested ? [] : weights.map((weight) => weight.shape),
  }));
}
