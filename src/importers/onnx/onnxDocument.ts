import { type Result, done } from '../../document/result';
import type { Library } from '../../document/template';
import type { ImportHelp, ImportTrouble, Imported } from '../importer';
import { graphDocument } from '../kerasGraph/graphDocument';
import type { OnnxLayers } from '../onnxLayers';
import { orTrouble } from './layersOf';
import { withSharedWeights } from './sharedDrafts';
import { weightFiles } from './weightFiles';

/** The document of layers that were a graph in ONNX's operators, channels last, with its weights in files of their own. */
export async function onnxDocument(
  layers: Result<OnnxLayers, ImportTrouble>,
  name: string,
  library: Library,
  { shapes = {} }: ImportHelp,
): Promise<Result<Imported, ImportTrouble>> {
  if (!layers.ok) return layers;
  const { graph, drafts, shares } = layers.value;
  const imported = graphDocument(graph, library, { shapes });
  if (!imported.ok) return imported;
  const { document } = withSharedWeights(imported.value.document, shares);
  const weights = await orTrouble(name, () => weightFiles(document, library, drafts));
  if (!weights.ok) return weights;
  return done({ ...imported.value, document, ...(weights.value === null ? {} : { weights: weights.value }) });
}
