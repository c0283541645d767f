import { type Result, done, refused } from '../../document/result';
import type { Library } from '../../document/template';
import type { NamedBlob } from '../../formats/weights/weightFile';
import { WeightsMismatch } from '../../formats/weights/weightTensors';
import type { ImportHelp, ImportTrouble, Imported } from '../importer';
import { graphDocument } from '../kerasGraph/graphDocument';
import { Unfit } from './conversion';
import { convert } from './convert';
import { OnnxBeside, OnnxDamaged, OnnxType, type OnnxGraph } from './file/onnxGraph';
import { readModel } from './file/readModel';
import { weightFiles } from './weightFiles';

/** The last part of a path. */
const baseName = (path: string) => path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1);

/** Reads the graph, and those of the files beside it that it names. */
async function graphOf({ name, blob }: NamedBlob, files: readonly NamedBlob[]): Promise<OnnxGraph> {
  const bytes = new Uint8Array(await blob.arrayBuffer());
  const beside = new Map<string, Uint8Array>();
  for (;;) {
    try {
      const graph = readModel(bytes, beside);
      if (graph === null) throw new OnnxDamaged(`${name} has no graph.`);
      return graph;
    } catch (error) {
      const found =
        error instanceof OnnxBeside && files.find((each) => baseName(each.name) === baseName(error.location));
      if (!found || beside.has(error.location)) throw error;
      beside.set(error.location, new Uint8Array(await found.blob.arrayBuffer()));
    }
  }
}

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
  throw error;
}

/** An ONNX file as a document, channels last, with its weights in files of their own. */
export async function readOnnx(
  file: NamedBlob,
  library: Library,
  { beside = [], shapes = {} }: ImportHelp,
): Promise<Result<Imported, ImportTrouble>> {
  try {
    const { graph, drafts } = convert(await graphOf(file, beside), baseName(file.name).replace(/\.onnx$/i, ''));
    const imported = graphDocument(graph, library, { shapes });
    if (!imported.ok) return imported;
    const weights = await weightFiles(imported.value.document, library, drafts);
    return done(weights === null ? imported.value : { ...imported.value, weights });
  } catch (error) {
    return refused(troubleOf(error, file.name));
  }
}
