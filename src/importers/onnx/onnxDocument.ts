import { type Result, done, refused } from '../../document/result';
import type { Library } from '../../document/template';
import { isWeightFileError } from '../../formats/weights/weightFile';
import { WeightsMismatch } from '../../formats/weights/weightTensors';
import type { ImportHelp, ImportTrouble, Imported } from '../importer';
import { graphDocument } from '../kerasGraph/graphDocument';
import { Unfit } from './conversion';
import { convert } from './convert';
import { OnnxBeside, OnnxDamaged, OnnxType, type OnnxGraph } from './file/onnxGraph';
import { sharedDrafts, withSharedWeights } from './sharedDrafts';
import { weightFiles } from './weightFiles';

function troubleOf(error: unknown, name: string): ImportTrouble {
  if (error instanceof Unfit) return error.trouble;
  if (error instanceof OnnxBeside) {
    return { code: 'weightFile', where: null, data: { code: 'missingShard', name, shard: error.location } };
  }
  if (error instanceof OnnxType) {
    const type = `ONNX ${error.type}`;
    return {
      code: 'weightFile',
      where: null,
      data: { code: 'unsupportedType', name: `${name}: ${error.tensor}`, type },
    };
  }
  // Sizes that no memory holds, or that do not fit each other, are those of a damaged file.
  const isDamaged = [OnnxDamaged, WeightsMismatch, RangeError].some((kind) => error instanceof kind);
  if (isDamaged) return { code: 'weightFile', where: null, data: { code: 'truncated', name } };
  if (isWeightFileError(error)) return { code: 'weightFile', where: null, data: error.trouble };
  throw error;
}

/**
 * The document of a graph in ONNX's operators, channels last, with its weights in files of their own. `read` may throw what
 * reading the file `name` throws.
 */
export async function onnxDocument(
  read: () => Promise<OnnxGraph>,
  { name, title }: { readonly name: string; readonly title: string },
  library: Library,
  { shapes = {} }: ImportHelp,
): Promise<Result<Imported, ImportTrouble>> {
  try {
    const converted = convert(await read(), title);
    const imported = graphDocument(converted.graph, library, { shapes });
    if (!imported.ok) return imported;
    const { document } = withSharedWeights(imported.value.document, sharedDrafts(converted));
    const weights = await weightFiles(document, library, converted.drafts);
    return done({ ...imported.value, document, ...(weights === null ? {} : { weights }) });
  } catch (error) {
    return refused(troubleOf(error, name));
  }
}
