import type { Tensor } from '@tensorflow/tfjs-core';
import type { Argument, NamedArgument } from '../../brick/call';
import { type LayersModel, type SymbolicTensor, model } from '../layers/tfjsLayers';
import type { BuiltModel } from '../model/model';

/** The model with the outputs of the layers whose activity is part of the loss, behind its own. */
export interface Activities {
  readonly model: LayersModel;
  readonly regularizers: readonly NamedArgument[];
  /** The model's outputs and the watched ones, out of what `model` gives. */
  split(results: Tensor | readonly Tensor[]): {
    readonly outputs: readonly Tensor[];
    readonly watched: readonly Tensor[];
  };
}

const isRegularizer = (value: Argument | undefined): value is NamedArgument =>
  typeof value === 'object' && value !== null && 'role' in value && value.role === 'regularizer';

/** Layers with an activity regularizer; the model made for them shares all layers and owns no tensor. */
export function activitiesOf({
  flat,
  model: whole,
  outputs,
}: Pick<BuiltModel, 'flat' | 'model' | 'outputs'>): Activities {
  const watched = flat.steps.flatMap(({ path, step }) => {
    const regularizer = step.call.args['activityRegularizer'];
    return isRegularizer(regularizer) ? [{ regularizer, symbol: outputs.get(path)! }] : [];
  });
  const wanted: readonly SymbolicTensor[] = [...whole.outputs, ...watched.map(({ symbol }) => symbol)];
  const distinct = [...new Set(wanted)];
  const own = whole.outputs.length;
  return {
    model: watched.length === 0 ? whole : model({ inputs: whole.inputs, outputs: distinct }),
    regularizers: watched.map(({ regularizer }) => regularizer),
    split(results) {
      const given = Array.isArray(results) ? (results as readonly Tensor[]) : [results as Tensor];
      const all = wanted.map((symbol) => given[distinct.indexOf(symbol)]!);
      return { outputs: all.slice(0, own), watched: all.slice(own) };
    },
  };
}
