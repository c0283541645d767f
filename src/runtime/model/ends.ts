import type { Ends } from '../../data/fitting';
import { Wrapping } from '../../engine/layers/recurrent/wrapping';
import type { LayersModel, SymbolicTensor, layers } from '../../engine/layers/tfjsLayers';
import { type FlatGraph, type GraphNode, flatGraph } from './flatGraph';
import type { Settings } from '../settings';

const shapeOf = ({ shape }: SymbolicTensor) => shape.slice(1);

/** How many words a layer knows that takes whole numbers, or one inside it. */
function wordsOf(layer: layers.Layer): readonly number[] {
  if (layer instanceof Wrapping) return layer.inside.flatMap(wordsOf);
  const known: unknown = layer.getClassName() === 'Embedding' ? layer.getConfig()['inputDim'] : null;
  return typeof known === 'number' ? [known] : [];
}

/** How many words the layers know that an input goes into. */
const vocabularies = ({ nodes }: FlatGraph, input: GraphNode): readonly number[] =>
  nodes.flatMap(({ layer, inputs }) => (inputs.includes(input) ? wordsOf(layer) : []));

/** What samples go into, and what judges the answers. */
export function endsOf(model: LayersModel, { outputs }: Pick<Settings, 'outputs'>): Ends {
  const graph = flatGraph(model);
  return {
    inputs: model.inputs.map((input, at) => ({
      input: input.name,
      shape: shapeOf(input),
      vocabularies: vocabularies(graph, graph.inputs[at]!),
    })),
    outputs: outputs.map(({ loss, lossSettings = {}, metrics, weight }, index) => ({
      output: model.outputNames[index]!,
      shape: shapeOf(model.outputs[index]!),
      loss,
      lossSettings,
      metrics,
      weight,
    })),
  };
}

/** Samples of every batch where the model fixes it; null where it takes any number. */
export const fixedBatch = (model: LayersModel): number | null => model.inputs[0]?.shape[0] ?? null;
