import { configJson } from '../kerasDialects/configJson';
import { type Result, refused } from '../../document/result';
import type { Library } from '../../document/template';
import type { NamedBlob } from '../../formats/weights/weightFile';
import { fileText } from '../fileText';
import type { ImportHelp, ImportTrouble, Imported } from '../importer';
import { modelGraph } from '../kerasDialects/modelGraph';
import { graphDocument } from '../kerasGraph/graphDocument';
import { knownBackbones } from '../knownBackbones';

/** The document of a configuration, under the same names. */
export async function readKerasConfig(
  file: NamedBlob,
  library: Library,
  { shapes = {} }: ImportHelp = {},
): Promise<Result<Imported, ImportTrouble>> {
  const text = await fileText(file);
  if (!text.ok) return text;
  const json = configJson(text.value);
  if (!json.ok) return refused({ code: 'document', where: null, data: json.error });
  const graph = modelGraph(json.value);
  return graph.ok ? graphDocument(knownBackbones(graph.value, library), library, { shapes }) : graph;
}
