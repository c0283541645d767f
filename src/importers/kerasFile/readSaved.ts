import { compile } from '../../compile/compile';
import { optimizerRecord, optimizerSlots } from '../../document/training/trainingChoices';
import { parse } from '../../document/reading/parse';
import { type Result, done, refused } from '../../document/result';
import type { Library } from '../../document/template';
import type { SavedContents } from '../../formats/saved/savedContents';
import { type NamedBlob, isWeightFileError } from '../../formats/weights/weightFile';
import type { ImportHelp, ImportNote, ImportTrouble, Imported } from '../importer';
import { compiledAs } from '../kerasDialects/compiledAs';
import { modelGraph } from '../kerasDialects/modelGraph';
import { graphDocument } from '../kerasGraph/graphDocument';
import { knownBackbones } from '../knownBackbones';
import type { Json } from '../kerasGraph/kerasGraph';
import { readWeights } from '../weightsAlone/readWeights';

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
    const noted = withOptimizer(imported.value, contents, library);
    return done(contents.hasWeights ? { ...noted, weights: files } : noted);
  } catch (error) {
    if (isWeightFileError(error)) return refused({ code: 'weightFile', where: null, data: error.trouble });
    return refused({ code: 'weightFile', where: null, data: { code: 'truncated', name } });
  }
}

function importedFrom(
  { document, config, about, outline, stored }: SavedContents,
  file: string,
  library: Library,
  shapes: NonNullable<ImportHelp['shapes']>,
): Result<Imported, ImportTrouble> {
  const own = document === null ? null : parse(document);
  if (own?.ok)
    return done({ document: own.value, report: { taken: Object.keys(own.value.nodes), assumed: [], dropped: [] } });
  if (config === null || config === undefined) {
    return readWeights(outline, file, library, { shapes });
  }
  const training = compiledAs(about?.training as Json | undefined);
  const graph = modelGraph(config, { version: about?.version ?? null, training });
  return graph.ok ? graphDocument(knownBackbones(graph.value, library), library, { shapes, stored }) : graph;
}

/** Whether training goes on with what the file's optimizer had gathered. */
function withOptimizer(imported: Imported, { optimizer, document: own }: SavedContents, library: Library): Imported {
  if (!optimizer || optimizer.tensors === 0 || own !== null) return imported;
  const { report, document } = imported;
  const choice = document.training.optimizer;
  const { steps } = compile(document, library);
  const trained = steps.flatMap(({ weights }) => weights.filter(({ trainable }) => trainable)).length;
  const isOurs = optimizer.name.toLowerCase() === optimizerRecord(choice.name).keras.toLowerCase();
  const slots = optimizerSlots(choice).length;
  const fits = isOurs && slots > 0 && optimizer.tensors >= trained * slots;
  const data = { optimizer: optimizer.name };
  const note: ImportNote = { code: fits ? 'optimizerState' : 'optimizerAnew', where: null, data };
  return {
    ...imported,
    report: fits
      ? { ...report, assumed: [...report.assumed, note] }
      : { ...report, dropped: [...report.dropped, note] },
  };
}
