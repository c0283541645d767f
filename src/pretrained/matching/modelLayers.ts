import { layerNames } from '../../compile/layerNames';
import type { Plan } from '../../compile/plan';
import { kerasOrder } from '../../compile/kerasOrder';

/** A layer of the model that has weights. */
export interface ModelLayer {
  /** `block1_conv1`; inside a backbone `vgg16/block1_conv1`. */
  readonly path: string;
  /** The last part of the path, as it leaves the editor. */
  readonly name: string;
  /** Keras's class in snake case, by which Keras names what has no name: `separable_conv2d`. */
  readonly kind: string;
  readonly weights: readonly { readonly key: string; readonly name: string; readonly shape: readonly number[] }[];
}

/** All layers with weights in the order of a file's, those of backbones in their place. */
export function modelLayers(plan: Plan, above = ''): ModelLayer[] {
  const names = layerNames(plan.steps);
  return kerasOrder(plan).flatMap((step): ModelLayer[] => {
    const path = above + step.name;
    if (step.sharesWith !== undefined) return [];
    if (step.nested) return modelLayers(step.nested, `${path}/`);
    if (step.weights.length === 0) return [];
    const weights = step.weights.map(({ name, shape }) => ({ key: `${path}/${name}`, name, shape }));
    return [{ path, name: names.get(step.name)!, kind: snakeCase(step.call.keras), weights }];
  });
}

/** As Keras does it: `Conv2D` → `conv2d`, `BatchNormalization` → `batch_normalization`. */
function snakeCase(name: string): string {
  return name
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
