import { compile } from '../../compile/compile';
import { type Result, done } from '../../document/result';
import type { Library } from '../../document/template';
import type { ImportHelp, ImportTrouble, Imported } from '../importer';
import { graphDocument } from '../kerasGraph/graphDocument';
import type { OnnxLayers } from '../onnxLayers';
import { withSharedWeights } from './sharedDrafts';

/** The document of layers that were a graph in ONNX's operators, channels last, with its weights in files of their own. */
export async function onnxDocument(
  layers: Result<OnnxLayers, ImportTrouble>,
  library: Library,
  { shapes = {} }: ImportHelp,
): Promise<Result<Imported, ImportTrouble>> {
  if (!layers.ok) return layers;
  const { graph, shares } = layers.value;
  try {
    const imported = graphDocument(graph, library, { shapes });
    if (!imported.ok) return imported;
    const { document } = withSharedWeights(imported.value.document, shares);
    const weights = await layers.value.weightFiles(compile(document, library));
    if (!weights.ok) return weights;
    return done({ ...imported.value, document, ...(weights.value === null ? {} : { weights: weights.value }) });
  } finally {
    layers.value.end();
  }
}
