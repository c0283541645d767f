import { snakeCase } from '../../compile/identifiers';
import { kerasOrder } from '../../compile/kerasOrder';
import type { Plan, Step } from '../../compile/plan';
import { type WeightTensors, WeightsMismatch, weightsFit } from '../weights/weightTensors';
import { bareClass, keptNames } from './keptWeights';
import type { SavedFormat } from './savedFormat';
import { savedNames } from './savedNames';

/** One weight of a layer, with its values. */
export interface SavedWeight {
  /** As Keras spells it: `moving_mean`; in a Bidirectional `forward_kernel`. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
  readonly trainable: boolean;
}

/** A layer as files list it: in the order of Keras's `model.layers`, with the weights in Keras's order. */
export interface SavedLayer {
  readonly name: string;
  /** Keras class. */
  readonly className: string;
  readonly step: Step;
  readonly weights: readonly SavedWeight[];
  /** Layers of a model inside the model; null for a plain layer. */
  readonly layers: readonly SavedLayer[] | null;
}

/** All layers of a model with their weights, as a format has them. Throws `WeightsMismatch`, `KeptRefused`. */
export function savedLayers(plan: Plan, weights: WeightTensors, format: SavedFormat): readonly SavedLayer[] {
  if (!weightsFit(plan, weights)) throw new WeightsMismatch(`The weights do not fit "${plan.title}".`);
  return layersOf(plan, weights, format, '', true);
}

function layersOf(
  plan: Plan,
  weights: WeightTensors,
  format: SavedFormat,
  prefix: string,
  trained: boolean,
): readonly SavedLayer[] {
  const names = savedNames(plan.steps);
  return kerasOrder(plan).map((step): SavedLayer => {
    const name = names.get(step.name)!;
    const trainable = trained && step.trainable;
    if (step.nested) {
      const layers = layersOf(step.nested, weights, format, `${prefix}${step.name}/`, trainable);
      return { name, className: 'Functional', step, weights: [], layers };
    }
    const kept = step.call.kept && keptNames(step, format);
    const own = step.weights.map((weight, index) => ({
      name: kept?.[index] ?? snakeCase(weight.name),
      shape: weight.shape,
      values: weights[`${prefix}${step.name}/${weight.name}`]!.values,
      trainable: trainable && weight.trainable,
    }));
    return {
      name,
      className: step.inputs.length === 0 ? 'InputLayer' : bareClass(step.call.keras),
      step,
      weights: own,
      layers: null,
    };
  });
}
