import {
  type Constraint,
  type Initializer,
  type LayerVariable,
  type LayersModel,
  type Regularizer,
  initializers,
  layers,
} from '../../engine/layers/tfjsLayers';

/** What a layer says of one of its weights when it is built. */
export interface Declared {
  readonly initializer: Initializer;
  readonly regularizer: Regularizer | null;
  readonly constraint: Constraint | null;
}

/**
 * Builds a model and keeps what each of its weights starts with, costs and is held to, which TensorFlow.js forgets. The
 * weights are zeros: what they start with is drawn from a seed afterwards.
 */
export function recorded(create: () => LayersModel): {
  readonly model: LayersModel;
  readonly declared: ReadonlyMap<LayerVariable, Declared>;
} {
  const declared = new Map<LayerVariable, Declared>();
  // Layers keep it to themselves, and every one of them calls it.
  const { prototype } = layers.Layer;
  const addWeight = prototype['addWeight'];
  prototype['addWeight'] = function (name, shape, dtype, start, penalty, trainable, limit, ...rest) {
    const given = [name, shape, dtype, initializers.zeros(), penalty, trainable, limit] as const;
    const variable = addWeight.call(this, ...given, ...rest);
    declared.set(variable, {
      initializer: start ?? initializers.zeros(),
      regularizer: penalty ?? null,
      constraint: limit ?? null,
    });
    return variable;
  };
  try {
    return { model: create(), declared };
  } finally {
    prototype['addWeight'] = addWeight;
  }
}
