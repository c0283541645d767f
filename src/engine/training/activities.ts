import type { Tensor } from '@tensorflow/tfjs-core';
import type { NamedArgument } from '../../brick/namedArgument';
import { type LayersModel, type SymbolicTensor, model } from '../layers/tfjsLayers';

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

/** The model and the layers whose activity costs; what is made for them shares all layers and owns no tensor. */
export function withActivities(
  whole: LayersModel,
  watched: readonly { readonly regularizer: NamedArgument; readonly symbol: SymbolicTensor }[],
): Activities {
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
