import { parse } from '../../document/reading/parse';
import { type Result, done, refused } from '../../document/result';
import type { Library } from '../../document/template';
import type { SavedContents } from '../../formats/saved/savedContents';
import { type NamedBlob, isWeightFileError } from '../../formats/weights/weightFile';
import type { ImportHelp, ImportTrouble, Imported } from '../importer';
import { compiledAs } from '../kerasDialects/compiledAs';
import { modelGraph } from '../kerasDialects/modelGraph';
import { graphDocument } from '../kerasGraph/graphDocument';
import type { Json } from '../kerasGraph/kerasGraph';

/** A model out of an HDF5 file, a `.keras`, or a zip of a `model.json`; of one that we saved the very document. */
export async function readSaved(
  files: readonly NamedBlob[],
  library: Library,
  { readSaved: read, shapes = {} }: ImportHelp,
): Promise<Result<Imported, ImportTrouble>> {
  const name = files[0]?.name ?? '';
  if (!read) return refused({ code: 'weightFile', where: null, data: { code: 'noReader', name } });
  try {
    const contents = await read(files);
    const imported = importedFrom(contents, name, library, shapes);
    if (!imported.ok) return imported;
    return done(contents.hasWeights ? { ...imported.value, weights: files } : imported.value);
  } catch (error) {
    if (isWeightFileError(error)) return refused({ code: 'weightFile', where: null, data: error.trouble });
    return refused({ code: 'weightFile', where: null, data: { code: 'truncated', name } });
  }
}

function importedFrom(
  { document, config, about }: SavedContents,
  file: string,
  library: Library,
  shapes: NonNullable<ImportHelp['shapes']>,
): Result<Imported, ImportTrouble> {
  const own = document === null ? null : parse(document);
  if (own?.ok)
    return done({ document: own.value, report: { taken: Object.keys(own.value.nodes), assumed: [], dropped: [] } });
  if (config === null || config === undefined) {
    return refused({ code: 'weightsOnly', where: null, data: { file } });
  }
  const training = compiledAs(about?.training as Json | undefined);
  const graph = modelGraph(config, { version: about?.version ?? null, training });
  return graph.ok ? graphDocument(graph.value, library, { shapes }) : graph;
}
