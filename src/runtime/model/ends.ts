import type { Ends } from '../../data/fitting';
import type { LayersModel, SymbolicTensor } from '../../engine/layers/tfjsLayers';
import { layersOf } from './layersOf';
import type { Settings } from '../settings';

const shapeOf = ({ shape }: SymbolicTensor) => shape.slice(1);

/** How many words the layers know that take whole numbers; of a model with several inputs all do. */
function vocabularies(model: LayersModel): readonly number[] {
  return layersOf(model).flatMap(({ layer }) => {
    const known: unknown = layer.getClassName() === 'Embedding' ? layer.getConfig()['inputDim'] : null;
    return typeof known === 'number' ? [known] : [];
  });
}

/** What samples go into, and what judges the answers. */
export function endsOf(model: LayersModel, { outputs }: Pick<Settings, 'outputs'>): Ends {
  const words = vocabularies(model);
  return {
    inputs: model.inputs.map((input) => ({ input: input.name, shape: shapeOf(input), vocabularies: words })),
    outputs: outputs.map(({ loss, weight }, index) => ({
      output: model.outputNames[index]!,
      shape: shapeOf(model.outputs[index]!),
      loss,
      weight,
    })),
  };
}

/** Samples of every batch where the model fixes it; null where it takes any number. */
export const fixedBatch = (model: LayersModel): number | null => model.inputs[0]?.shape[0] ?? null;
